import type { Filter } from '#core/domain/filter.ts';
import type { Grain } from '#core/domain/period.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/** Feedback per theme of a taxonomy and period, oldest first. */
export async function themeByPeriod(source: Source, filter: Filter, taxonomy: Taxonomy, grain: Grain) {
	const rows = await source.db
		.selectFrom('feedback')
		.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
		.select(({ fn, ref }) => [
			ref(`feedback.${grain}`).as('period'),
			'tag.theme',
			fn.countAll<number>().as('count')
		])
		.where(whereFeedback(source, filter))
		.where('feedback.receivedOn', 'is not', null)
		.where('tag.isCounted', '=', 1)
		.$if(filter.theme.length > 0, (query) => query.where('tag.theme', 'in', filter.theme))
		.where('tag.taxonomy', '=', taxonomy)
		.groupBy([`feedback.${grain}`, 'tag.theme'])
		.orderBy(`feedback.${grain}`)
		.orderBy('tag.theme')
		.execute();
	return rows.map(({ period, theme, count }) => ({ period: String(period), theme, count: Number(count) }));
}
