import { sql } from 'kysely';
import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../storage/question-schema.ts';
import { whereExposure } from '../storage/where-filter.ts';

export interface Stratum {
	readonly unit: string;
	/** channel · stage · product */
	readonly stratum: string;
	readonly observed: number;
	/** Connected contacts. */
	readonly exposure: number;
}

export type Unit = 'agency' | 'team' | 'agent';

/** Where feedback and exposure name a unit. */
export const unitColumns = {
	agency: ['feedback.agencyId', 'exposure.agencyId'],
	team: ['feedback.teamId', 'exposure.teamId'],
	agent: ['feedback.agentId', 'exposure.agentId']
} as const;

/** What feedback leaves open is null, and '' in exposure: both are the stratum of what is not stated. */
export const stratumOfFeedback = sql<string>`coalesce(feedback.channel, '') || ' · ' || coalesce(feedback.stage, '') || ' · ' || coalesce(feedback.product, '')`;
const stratumOfExposure = sql<string>`exposure.channel || ' · ' || exposure.stage || ' · ' || exposure.product`;

export async function exposureByStratum(source: Source, filter: Filter, unit: Unit) {
	return source.db
		.selectFrom('exposure')
		.select(({ fn, ref }) => [
			ref(unitColumns[unit][1]).as('unit'),
			stratumOfExposure.as('stratum'),
			fn.sum<number>('exposure.connected').as('connected')
		])
		.where(whereExposure(source, filter))
		.groupBy(['unit', 'stratum'])
		.execute();
}

/** Puts both sides of a stratum together; a side that is missing is 0. */
export function joinStrata(
	exposed: Awaited<ReturnType<typeof exposureByStratum>>,
	observed: readonly { unit: string | null; stratum: string; count: number }[]
): readonly Stratum[] {
	const strata = new Map<string, { unit: string; stratum: string; observed: number; exposure: number }>();
	const at = (unit: string, stratum: string) => {
		const key = `${unit}\t${stratum}`;
		const known = strata.get(key) ?? { unit, stratum, observed: 0, exposure: 0 };
		strata.set(key, known);
		return known;
	};
	for (const { unit, stratum, connected } of exposed)
		if (unit) at(unit, stratum).exposure = Number(connected);
	for (const { unit, stratum, count } of observed)
		if (unit !== null) at(unit, stratum).observed = Number(count);
	return [...strata.values()].sort((a, b) => (a.unit + a.stratum < b.unit + b.stratum ? -1 : 1));
}
