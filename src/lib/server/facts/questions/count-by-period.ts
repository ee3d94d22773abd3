import type { Filter } from '#core/domain/filter.ts';
import type { Grain } from '#core/domain/period.ts';
import type { Source } from '../../storage/question-schema.ts';
import { countQuestion } from './ask-question.ts';

/** Feedback per period, oldest first; periods without feedback and undated feedback are left out. */
export async function countByPeriod(source: Source, filter: Filter, grain: Grain) {
	const rows = await countQuestion(source, { filter, splits: [{ grain }] });
	return rows.flatMap(({ keys: [period], feedback }) => (period ? [{ period, count: feedback }] : []));
}
