import type { Origin } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';
import { emptyFilter } from '#core/domain/filter.ts';

/** How much feedback is imported and how much simulated, within the asker's scope. */
export async function countByOrigin(source: Source): Promise<Readonly<Record<Origin, number>>> {
	const rows = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => ['feedback.origin', fn.countAll<number>().as('count')])
		.where(whereFeedback(source, emptyFilter))
		.groupBy('feedback.origin')
		.execute();
	const of = (origin: Origin) => Number(rows.find((row) => row.origin === origin)?.count ?? 0);
	return { imported: of('imported'), simulated: of('simulated') };
}
