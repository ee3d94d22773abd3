import { sql } from 'kysely';
import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereExposure, whereFeedback } from '../../storage/where-filter.ts';

export interface Stratum {
	readonly unit: string;
	/** channel · stage · product */
	readonly stratum: string;
	readonly observed: number;
	/** Connected contacts. */
	readonly exposure: number;
}

const unitColumns = {
	agency: ['feedback.agencyId', 'exposure.agencyId'],
	team: ['feedback.teamId', 'exposure.teamId'],
	agent: ['feedback.agentId', 'exposure.agentId']
} as const;

/**
 * Feedback and connected contacts per unit and channel × stage × product: what indirect standardisation needs.
 * Feedback that names no unit, channel, stage or product is in no stratum.
 */
export async function countByStratum(
	source: Source,
	filter: Filter,
	unit: keyof typeof unitColumns
): Promise<readonly Stratum[]> {
	const [ofFeedback, ofExposure] = unitColumns[unit];
	const [observed, exposed] = await Promise.all([
		source.db
			.selectFrom('feedback')
			.select(({ fn, ref }) => [
				ref(ofFeedback).as('unit'),
				sql<string>`feedback.channel || ' · ' || feedback.stage || ' · ' || feedback.product`.as('stratum'),
				fn.countAll<number>().as('count')
			])
			.where(whereFeedback(source, filter))
			.where(ofFeedback, 'is not', null)
			.groupBy(['unit', 'stratum'])
			.execute(),
		source.db
			.selectFrom('exposure')
			.select(({ fn, ref }) => [
				ref(ofExposure).as('unit'),
				sql<string>`exposure.channel || ' · ' || exposure.stage || ' · ' || exposure.product`.as('stratum'),
				fn.sum<number>('exposure.connected').as('connected')
			])
			.where(whereExposure(source, filter))
			.groupBy(['unit', 'stratum'])
			.execute()
	]);
	const strata = new Map<string, { unit: string; stratum: string; observed: number; exposure: number }>();
	const at = (of: string | null, stratum: string) => {
		const key = `${of}\t${stratum}`;
		const known = strata.get(key) ?? { unit: String(of), stratum, observed: 0, exposure: 0 };
		strata.set(key, known);
		return known;
	};
	for (const row of exposed) if (row.unit) at(row.unit, row.stratum).exposure = Number(row.connected);
	for (const row of observed)
		if (row.stratum !== null) at(row.unit, row.stratum).observed = Number(row.count);
	return [...strata.values()].sort((a, b) => (a.unit + a.stratum < b.unit + b.stratum ? -1 : 1));
}
