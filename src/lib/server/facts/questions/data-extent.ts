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
	const days = rows.flatMap(({ day: on }) => on || []).sort();
	const sum = (some: typeof rows) => some.reduce((total, { count }) => total + Number(count), 0);
	return {
		feedback: sum(rows),
		undated: sum(rows.filter(({ day: on }) => !on)),
		firstOn: days[0] ?? null,
		lastOn: days.at(-1) ?? null
	};
}
