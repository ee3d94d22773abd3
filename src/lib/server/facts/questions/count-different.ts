import type { Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { countDifferent } from '../count-different.ts';
import { keyName } from '../question-rows.ts';
import { countQuestion } from './ask-question.ts';
import { countFeedback } from './count-feedback.ts';

/** Different borrowers under a filter, among the feedback that has a borrower reference. */
export async function countBorrowers(source: Source, filter: Filter): Promise<number> {
	return different('borrowers', source, filter);
}

/** Different texts under a filter: copies of one template, as in a campaign, are one. */
export async function countTexts(source: Source, filter: Filter): Promise<number> {
	return different('texts', source, filter);
}

async function different(what: 'borrowers' | 'texts', source: Source, filter: Filter): Promise<number> {
	const question = { filter, splits: [] };
	const { feedback } = await countFeedback(source, filter);
	const counts = await countDifferent(what, { source, question, count: countQuestion, feedback });
	return counts.get(keyName([])) ?? 0;
}
