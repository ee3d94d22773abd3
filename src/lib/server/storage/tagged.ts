import type { SelectQueryBuilder } from 'kysely';
import type { QuestionSchema, Source } from './question-schema.ts';

type Tagged = SelectQueryBuilder<{ feedback: QuestionSchema['tagged'] }, 'feedback', object>;

/** One row per tag with all of its feedback, under the name `feedback`: a filter by feedback fits it as it is. */
export function selectTagged(source: Source): Tagged {
	if (source.themeBits) return source.db.selectFrom('tagged as feedback') as unknown as Tagged;
	return source.db.selectFrom((eb) =>
		eb
			.selectFrom('feedback')
			.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
			.selectAll('feedback')
			.select([
				'tag.theme',
				'tag.taxonomy',
				'tag.severity as tagSeverity',
				'tag.polarity',
				'tag.status',
				'tag.isCounted'
			])
			.as('feedback')
	) as unknown as Tagged;
}
