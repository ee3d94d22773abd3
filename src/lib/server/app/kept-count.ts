import type { Source } from '../storage/question-schema.ts';

/**
 * Some numbers that take long to count, kept until the facts change. `key` holds all else that they depend on; the scope is
 * added. The answer must not be changed.
 */
export async function keptCount<Answer>(
	{ counts, scope }: Pick<Source, 'counts' | 'scope'>,
	key: readonly unknown[],
	ask: () => Promise<Answer>
): Promise<Answer> {
	if (!counts) return ask();
	return counts.answer(JSON.stringify([...key, scope]), ask, () => true) as Promise<Answer>;
}

/** As {@link keptCount}, for what fills a page: fewer of them are kept. */
export async function keptView<Answer>(
	{ views, scope }: Pick<Source, 'views' | 'scope'>,
	key: readonly unknown[],
	ask: () => Promise<Answer>
): Promise<Answer> {
	return keptCount({ counts: views, scope }, key, ask);
}
