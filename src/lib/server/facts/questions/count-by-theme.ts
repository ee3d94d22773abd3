import type { Filter } from '#core/domain/filter.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { countQuestion } from './ask-question.ts';

/**
 * Feedback per theme, of a taxonomy or of all (a feedback counts once in each of its counted themes), most first. A filter
 * by theme leaves only those themes, so that each count is what a list of that theme shows.
 */
export async function countByTheme(source: Source, filter: Filter, taxonomy: Taxonomy | null) {
	const rows = await countQuestion(source, { filter, splits: [{ by: taxonomy ?? 'theme' }] });
	return rows.flatMap(({ keys: [theme], feedback }) =>
		theme && (filter.theme.length === 0 || filter.theme.includes(theme)) ? [{ theme, count: feedback }] : []
	);
}
