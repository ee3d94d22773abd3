import type { Filter } from '#core/domain/filter.ts';
import type { Grain } from '#core/domain/period.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/** Feedback per period, oldest first; periods without feedback and undated feedback are left out. */
export async function countByPeriod(source: Source, filter: Filter, grain: Grain) {
	const rows = await source.db
		.selectFrom('feedback')
		.select(({ fn, ref }) => [ref(`feedback.${grain}`).as('period'), fn.countAll<number>().as('count')])
		.where(whereFeedback(source, filter))
		.where('feedback.receivedOn', 'is not', null)
		.groupBy(`feedback.${grain}`)
		.orderBy(`feedback.${grain}`)
		.execute();
	return rows.map(({ period, count }) => ({ period: String(period), count: Number(count) }));
}
