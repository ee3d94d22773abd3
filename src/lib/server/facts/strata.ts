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

/** What work is compared within. What feedback leaves open is null or '', and in exposure '': both are the same stratum. */
export const stratumColumns = ['channel', 'stage', 'product'] as const;
type Work = Readonly<Record<(typeof stratumColumns)[number], string | null>>;

function stratumOf({ channel, stage, product }: Work): string {
	return `${channel ?? ''} · ${stage ?? ''} · ${product ?? ''}`;
}

export async function exposureByStratum(source: Source, filter: Filter, unit: Unit) {
	const rows = await source.db
		.selectFrom('exposure')
		.select(({ fn, ref }) => [
			ref(unitColumns[unit][1]).as('unit'),
			...stratumColumns.map((column) => `exposure.${column}` as const),
			fn.sum<number>('exposure.connected').as('connected')
		])
		.where(whereExposure(source, filter))
		.groupBy(['unit', ...stratumColumns.map((column) => `exposure.${column}` as const)])
		.execute();
	return rows.map(({ unit: id, connected, ...work }) => ({
		unit: id,
		stratum: stratumOf(work),
		connected: Number(connected)
	}));
}

/** Puts both sides of a stratum together; a side that is missing is 0. In one order, so that sums come out the same. */
export function joinStrata(
	exposed: Awaited<ReturnType<typeof exposureByStratum>>,
	observed: readonly (Work & { readonly unit: string | null; readonly count: number })[]
): readonly Stratum[] {
	const units = new Map<string, Map<string, { observed: number; exposure: number }>>();
	const at = (unit: string, stratum: string) => {
		const strata = units.get(unit) ?? new Map<string, { observed: number; exposure: number }>();
		units.set(unit, strata);
		const known = strata.get(stratum) ?? { observed: 0, exposure: 0 };
		strata.set(stratum, known);
		return known;
	};
	for (const { unit, stratum, connected } of exposed) if (unit) at(unit, stratum).exposure = connected;
	for (const { unit, count, ...work } of observed)
		if (unit !== null) at(unit, stratumOf(work)).observed = Number(count);
	// Sorting the names of the strata once is faster than all rows of all units.
	const names = [...new Set([...units.values()].flatMap((strata) => [...strata.keys()]))].sort();
	return [...units]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.flatMap(([unit, strata]) =>
			names.flatMap((stratum) => {
				const counts = strata.get(stratum);
				return counts ? [{ unit, stratum, ...counts }] : [];
			})
		);
}
