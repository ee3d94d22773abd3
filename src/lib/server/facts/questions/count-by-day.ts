import { emptyFilter } from '#core/domain/filter.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { dayColumn, readDay } from '../../storage/period-column.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

export interface DayCount {
	readonly origin: Origin;
	/** Null: undated. */
	readonly day: string | null;
	readonly count: number;
}

/** How much feedback there is of each origin and received day, within the asker's scope. */
export async function countByDay(source: Source): Promise<readonly DayCount[]> {
	const day = dayColumn(source, 'feedback');
	const rows = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => ['feedback.origin', day.as('day'), fn.countAll<number>().as('count')])
		.where(whereFeedback(source, emptyFilter))
		.groupBy(['feedback.origin', day])
		.execute();
	return rows.map((row) => ({ origin: row.origin, day: readDay(row.day), count: Number(row.count) }));
}
