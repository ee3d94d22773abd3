import { sql } from 'kysely';
import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

export interface DataExtent {
	readonly feedback: number;
	readonly undated: number;
	/** First and last received day; null when nothing is dated. */
	readonly firstOn: string | null;
	readonly lastOn: string | null;
}

/** From when to when there is feedback under a filter. */
export async function dataExtent(source: Source, filter: Filter): Promise<DataExtent> {
	const day = sql<string | null>`${sql.ref('feedback.receivedOn')}`;
	const rows = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => [day.as('day'), fn.countAll<number>().as('count')])
		.where(whereFeedback(source, filter))
		.groupBy(day)
		.execute();
	return extentOf(rows.map(({ day: on, count }) => ({ day: on || null, count: Number(count) })));
}

/** Of feedback counted day by day, in any order; null is a day nobody stated. */
export function extentOf(
	days: readonly { readonly day: string | null; readonly count: number }[]
): DataExtent {
	const dated = days.flatMap(({ day }) => day ?? []).sort();
	const sum = (some: typeof days) => some.reduce((total, { count }) => total + count, 0);
	return {
		feedback: sum(days),
		undated: sum(days.filter(({ day }) => day === null)),
		firstOn: dated[0] ?? null,
		lastOn: dated.at(-1) ?? null
	};
}
