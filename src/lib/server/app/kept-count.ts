import type { Source } from '../storage/question-schema.ts';

/**
 * What the store answers, kept until the facts change. `key` holds all else that it depends on; the scope is added. The
 * answer must not be changed.
 */
export async function keptCount<Answer>(
	{ counts, scope }: Pick<Source, 'counts' | 'scope'>,
	key: readonly unknown[],
	ask: () => Promise<Answer>
): Promise<Answer> {
	if (!counts) return ask();
	return counts.answer(JSON.stringify([...key, scope]), ask, () => true) as Promise<Answer>;
}
