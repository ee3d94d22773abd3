import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereExposure } from '../../storage/where-filter.ts';

/** First and last day with contacts under a filter; null where there are none. */
export async function exposureExtent(source: Source, filter: Filter) {
	return source.db
		.selectFrom('exposure')
		.select(({ fn }) => [
			fn.min<string | null>('exposure.day').as('firstOn'),
			fn.max<string | null>('exposure.day').as('lastOn')
		])
		.where(whereExposure(source, filter))
		.executeTakeFirstOrThrow();
}
