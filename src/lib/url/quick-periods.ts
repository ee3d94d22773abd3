import { addDays, addMonths, type Period } from '#core/domain/period.ts';

/** The periods a person asks for most, by stable ids; shown through the messages `period_<id>`. */
export const quickPeriodIds = [
	'latest_month',
	'previous_month',
	'last_3_months',
	'last_12_months',
	'this_year'
] as const;
export type QuickPeriodId = (typeof quickPeriodIds)[number];

export interface QuickPeriod {
	readonly id: QuickPeriodId;
	readonly period: Period;
}

/**
 * Whole months around the last day there is data for (inclusive). The last 3 and 12 months are complete ones; the
 * latest month and this year run on to their own end, so that the link means the same tomorrow.
 */
export function quickPeriods(lastDay: string): readonly QuickPeriod[] {
	const latest = addMonths(lastDay, 0);
	const next = addMonths(lastDay, 1);
	const end = addDays(lastDay, 1) === next ? next : latest;
	const year = Number(lastDay.slice(0, 4));
	return [
		{ id: 'latest_month', period: { from: latest, to: next } },
		{ id: 'previous_month', period: { from: addMonths(latest, -1), to: latest } },
		{ id: 'last_3_months', period: { from: addMonths(end, -3), to: end } },
		{ id: 'last_12_months', period: { from: addMonths(end, -12), to: end } },
		{ id: 'this_year', period: { from: `${year}-01-01`, to: `${year + 1}-01-01` } }
	];
}
