import type { Dimension, Filter } from '#core/domain/filter.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { countQuestion } from './ask-question.ts';

/** Feedback per theme of a taxonomy (of those the filter names, if any) and value; `none` for "not stated". */
export async function themeByDimension(
	source: Source,
	filter: Filter,
	taxonomy: Taxonomy,
	dimension: Exclude<Dimension, 'worst'>
) {
	const rows = await countQuestion(source, { filter, splits: [{ by: dimension }, { by: taxonomy }] });
	return rows.flatMap(({ keys: [value, theme], feedback }) =>
		theme && (filter.theme.length === 0 || filter.theme.includes(theme))
			? [{ value: value ?? 'none', theme, count: feedback }]
			: []
	);
}
