import { addMonths } from '#core/domain/period.ts';
import type { ConductTheme } from './themes.ts';

/** From a month on, complaints about contact at work come five times as often in one team. */
export const workplaceSurge = {
	teamId: 'changsha-1',
	theme: 'workplace_contact',
	factor: 5,
	startsMonthsBeforeLast: 8
} as const;

/** One agent with six times the abusive language, all the time. */
export const abusiveAgent = {
	agentId: 'a-084',
	teamId: 'tulsa-1',
	theme: 'abusive_language',
	factor: 6
} as const;

/** All of one team is trained on a day; from the next month on one theme falls. */
export const training = {
	teamId: 'phoenix-1',
	theme: 'third_party_contact',
	factor: 0.35,
	trainedMonthsBeforeLast: 14,
	trainedOnDay: 20
} as const;

/** The borrowers' app starts to take complaints: more of them, all about process, and no more harm. */
export const newIntake = {
	source: 'app',
	opensMonthsBeforeLast: 11,
	/** Complaints it adds, as a share of the process complaints that would have come anyway. */
	extraShare: 0.45,
	/** Share of the complaints that would have come by web form and come by app instead. */
	movedShare: 0.3
} as const;

/** Looks worse than the others only because it works late stages: in each stratum its rates are everybody's. */
export const caseMix = { agencyId: 'ninth-harbour' } as const;

/** The planted truths with their months, for a demo that ends with `lastMonth` (YYYY-MM). */
export interface PlantedTruths {
	readonly workplaceSurge: { readonly fromMonth: string };
	readonly training: { readonly trainedOn: string; readonly fromMonth: string };
	readonly newIntake: { readonly fromMonth: string };
}

export function plantedTruthsOf(lastMonth: string): PlantedTruths {
	const monthBefore = (months: number) => addMonths(`${lastMonth}-01`, -months).slice(0, 7);
	return {
		workplaceSurge: { fromMonth: monthBefore(workplaceSurge.startsMonthsBeforeLast) },
		training: {
			trainedOn: `${monthBefore(training.trainedMonthsBeforeLast)}-${training.trainedOnDay}`,
			fromMonth: monthBefore(training.trainedMonthsBeforeLast - 1)
		},
		newIntake: { fromMonth: monthBefore(newIntake.opensMonthsBeforeLast) }
	};
}

/** Where and when feedback arises. */
export interface Situation {
	readonly agentId: string;
	readonly teamId: string;
	/** YYYY-MM */
	readonly month: string;
}

/** How much more often than elsewhere a theme occurs in a situation: 1 where nothing is planted. */
export function plantedFactor(truths: PlantedTruths, theme: ConductTheme, at: Situation): number {
	if (theme === abusiveAgent.theme && at.agentId === abusiveAgent.agentId) return abusiveAgent.factor;
	if (theme === workplaceSurge.theme && at.teamId === workplaceSurge.teamId)
		return at.month >= truths.workplaceSurge.fromMonth ? workplaceSurge.factor : 1;
	if (theme === training.theme && at.teamId === training.teamId)
		return at.month >= truths.training.fromMonth ? training.factor : 1;
	return 1;
}

/** Themes whose counts in a team or of an agent tell a planted truth, and which nothing else may bring in. */
export function watchedThemes(at: Omit<Situation, 'month'>): readonly ConductTheme[] {
	const watched: ConductTheme[] = [];
	if (at.agentId === abusiveAgent.agentId) watched.push(abusiveAgent.theme);
	if (at.teamId === workplaceSurge.teamId) watched.push(workplaceSurge.theme);
	if (at.teamId === training.teamId) watched.push(training.theme);
	return watched;
}
