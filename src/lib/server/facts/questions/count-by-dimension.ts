import type { Dimension, Filter } from '#core/domain/filter.ts';
import type { Source } from '../../storage/question-schema.ts';
import { countQuestion } from './ask-question.ts';

/** Feedback per value of a dimension, most first; `none` for "not stated". */
export async function countByDimension(source: Source, filter: Filter, dimension: Dimension) {
	const by = dimension === 'worst' ? 'severity' : dimension;
	const rows = await countQuestion(source, { filter, splits: [{ by }] });
	return rows.map(({ keys: [value], feedback }) => ({ value: value ?? 'none', count: feedback }));
}
