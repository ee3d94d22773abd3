import type { Filter } from '#core/domain/filter.ts';
import type { Grain } from '#core/domain/period.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from '../../storage/question-schema.ts';
import { countQuestion } from './ask-question.ts';

/** Feedback per theme of a taxonomy (of those the filter names, if any) and period, oldest first. */
export async function themeByPeriod(source: Source, filter: Filter, taxonomy: Taxonomy, grain: Grain) {
	const rows = await countQuestion(source, { filter, splits: [{ grain }, { by: taxonomy }] });
	return rows.flatMap(({ keys: [period, theme], feedback }) =>
		period && theme && (filter.theme.length === 0 || filter.theme.includes(theme))
			? [{ period, theme, count: feedback }]
			: []
	);
}
