import type { Actor } from '#core/domain/actor.ts';
import { matchName } from '#core/domain/match-name.ts';
import { channels, type Bilingual } from '#core/domain/vocabulary.ts';
import { getFeedback } from '../storage/feedback-list.ts';
import type { Deps } from './deps.ts';
import { readNames } from './names.ts';
import { verb } from './verb.ts';

export type TargetKind = 'theme' | 'agency' | 'team' | 'agent' | 'channel' | 'feedback';
/** Something a reader may want to go to, as the data know it. */
export interface Target {
	readonly kind: TargetKind;
	readonly id: string;
	/** Null: only the words of the page have a name for the id. */
	readonly name: Bilingual | null;
}

/** Ids are whole numbers that JavaScript holds exactly. */
const feedbackNumber = /^#?(\d{1,15})$/;

/**
 * What of the organisation, the themes and the feedback the words may mean, in no order: by names in either language
 * and by ids. An actor with a scope is given what lies in it; a feedback is found by its number.
 */
export const findTargets = verb(
	'read',
	async (deps: Deps, actor: Actor, { words }: { readonly words: string }): Promise<readonly Target[]> => {
		const { agencies, teams, agents, themes } = await readNames(deps, actor.scope);
		const named: readonly Target[] = [
			...themes.map(({ id, name }) => ({ kind: 'theme' as const, id, name })),
			...agencies.map((unit) => asTarget('agency', unit)),
			...teams.map((unit) => asTarget('team', unit)),
			...agents.map((unit) => asTarget('agent', unit))
		];
		return [
			...named.filter((target) => isMeant(target, words)),
			...channels.map((id) => ({ kind: 'channel' as const, id, name: null })),
			...(await feedbackOf(deps, actor, words))
		];
	}
);

function asTarget(
	kind: TargetKind,
	{ id, name, nameZh }: { readonly id: string; readonly name: string; readonly nameZh: string | null }
): Target {
	return { kind, id, name: { en: name, zh: nameZh ?? name } };
}

function isMeant({ id, name }: Target, words: string): boolean {
	return [id, name?.en ?? '', name?.zh ?? ''].some((text) => matchName(words, text) > 0);
}

async function feedbackOf({ store }: Deps, { scope }: Actor, words: string): Promise<readonly Target[]> {
	const [, number] = feedbackNumber.exec(words.trim()) ?? [];
	if (number === undefined) return [];
	const feedback = await getFeedback(store, scope, Number(number));
	return feedback ? [{ kind: 'feedback', id: String(feedback.id), name: null }] : [];
}
