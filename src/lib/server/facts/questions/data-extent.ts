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
	const row = await source.db
		.selectFrom('feedback')
		.select(({ fn }) => [
			fn.countAll<number>().as('feedback'),
			fn.count<number>('feedback.receivedOn').as('dated'),
			fn.min('feedback.receivedOn').as('firstOn'),
			fn.max('feedback.receivedOn').as('lastOn')
		])
		.where(whereFeedback(source, filter))
		.executeTakeFirstOrThrow();
	return {
		feedback: Number(row.feedback),
		undated: Number(row.feedback) - Number(row.dated),
		firstOn: row.firstOn,
		lastOn: row.lastOn
	};
}
