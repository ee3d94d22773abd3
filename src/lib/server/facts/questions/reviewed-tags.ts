import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { whereFeedback } from '../../storage/where-filter.ts';

/** Tags of the filtered feedback by theme: all but denials and the like, and what reviewers said of them. */
export async function reviewedTags(source: Source, filter: Filter) {
	const rows = await source.db
		.selectFrom('feedback')
		.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
		.select(({ fn, eb }) => {
			const having = (status: string) =>
				fn.sum<number | null>(
					eb
						.case()
						.when('tag.status', '=', status as never)
						.then(1)
						.else(0)
						.end()
				);
			return [
				'tag.theme',
				fn.countAll<number>().as('tags'),
				having('confirmed').as('confirmed'),
				having('rejected').as('rejected'),
				having('added').as('added')
			];
		})
		.where(whereFeedback(source, filter))
		.where(({ or, eb }) => or([eb('tag.isCounted', '=', 1), eb('tag.status', '=', 'rejected')]))
		.groupBy('tag.theme')
		.orderBy('tag.theme')
		.execute();
	return rows.map(({ theme, tags, confirmed, rejected, added }) => ({
		theme,
		tags: Number(tags),
		confirmed: Number(confirmed ?? 0),
		rejected: Number(rejected ?? 0),
		added: Number(added ?? 0)
	}));
}
