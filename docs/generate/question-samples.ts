import type { Filter } from '#core/domain/filter.ts';
import { askQuestion } from '#server/facts/questions/ask-question.ts';
import { periodOf } from '#core/domain/period.ts';
import { countByDay } from '#server/facts/questions/count-by-day.ts';
import { countByDimension } from '#server/facts/questions/count-by-dimension.ts';
import { countByOrigin } from '#server/facts/questions/count-by-origin.ts';
import { countByPeriod } from '#server/facts/questions/count-by-period.ts';
import { countByStratum } from '#server/facts/questions/count-by-stratum.ts';
import { countBySeverity } from '#server/facts/questions/count-by-severity.ts';
import { countByTheme } from '#server/facts/questions/count-by-theme.ts';
import { countBorrowers } from '#server/facts/questions/count-different.ts';
import { countFilled } from '#server/facts/questions/count-filled.ts';
import { countRepeatBorrowers } from '#server/facts/questions/count-repeat-borrowers.ts';
import { countFeedback } from '#server/facts/questions/count-feedback.ts';
import { dataExtent } from '#server/facts/questions/data-extent.ts';
import { exposureByDay } from '#server/facts/questions/exposure-by-day.ts';
import { exposureByDimension } from '#server/facts/questions/exposure-by-dimension.ts';
import { exposureByPeriod } from '#server/facts/questions/exposure-by-period.ts';
import { exposureExtent } from '#server/facts/questions/exposure-extent.ts';
import { exposureSeries } from '#server/facts/questions/exposure-series.ts';
import { sourceStarts } from '#server/facts/questions/source-starts.ts';
import { reviewedTags } from '#server/facts/questions/reviewed-tags.ts';
import { sumExposure } from '#server/facts/questions/sum-exposure.ts';
import { themeByDimension } from '#server/facts/questions/theme-by-dimension.ts';
import { themeByPeriod } from '#server/facts/questions/theme-by-period.ts';
import { themeByStratum } from '#server/facts/questions/theme-by-stratum.ts';
import { themeSeries } from '#server/facts/questions/theme-series.ts';
import { unitLanguages } from '#server/facts/questions/unit-languages.ts';
import type { Source } from '#server/storage/question-schema.ts';

export interface QuestionSample {
	readonly ask: (source: Source, filter: Filter) => Promise<unknown>;
	/** The store has no period keys: a question by period cannot be asked of it. */
	readonly of: 'facts and store' | 'facts';
}

/** How each question of src/lib/server/facts/questions is asked for its page, by its file. */
export const questionSamples: Readonly<Record<string, QuestionSample>> = {
	'ask-question': {
		ask: (source, filter) =>
			askQuestion(source, { filter, splits: [{ by: 'reason' }, { grain: 'month' }], top: 5 }),
		of: 'facts and store'
	},
	'count-by-dimension': {
		ask: (source, filter) => countByDimension(source, filter, 'team'),
		of: 'facts and store'
	},
	'count-by-origin': { ask: (source) => countByOrigin(source), of: 'facts and store' },
	'count-by-period': { ask: (source, filter) => countByPeriod(source, filter, 'month'), of: 'facts' },
	'count-by-stratum': {
		ask: (source, filter) => countByStratum(source, filter, 'team'),
		of: 'facts and store'
	},
	'count-by-severity': { ask: countBySeverity, of: 'facts and store' },
	'count-by-day': { ask: countByDay, of: 'facts and store' },
	'count-different': { ask: countBorrowers, of: 'facts and store' },
	'count-filled': { ask: countFilled, of: 'facts and store' },
	'count-repeat-borrowers': {
		ask: (source, filter) => countRepeatBorrowers(source, filter, periodOf('2026-10'), 90),
		of: 'facts and store'
	},
	'count-by-theme': {
		ask: (source, filter) => countByTheme(source, filter, 'conduct'),
		of: 'facts and store'
	},
	'count-feedback': { ask: countFeedback, of: 'facts and store' },
	'data-extent': { ask: dataExtent, of: 'facts and store' },
	'exposure-by-day': { ask: exposureByDay, of: 'facts and store' },
	'exposure-by-dimension': {
		ask: (source, filter) => exposureByDimension(source, filter, 'channel'),
		of: 'facts and store'
	},
	'exposure-by-period': { ask: (source, filter) => exposureByPeriod(source, filter, 'month'), of: 'facts' },
	'exposure-extent': { ask: exposureExtent, of: 'facts and store' },
	'exposure-series': {
		ask: (source, filter) => exposureSeries(source, filter, { unit: 'team', grain: 'month' }),
		of: 'facts'
	},
	'source-starts': { ask: sourceStarts, of: 'facts and store' },
	'reviewed-tags': { ask: reviewedTags, of: 'facts and store' },
	'sum-exposure': { ask: sumExposure, of: 'facts and store' },
	'theme-by-dimension': {
		ask: (source, filter) => themeByDimension(source, filter, 'conduct', 'channel'),
		of: 'facts and store'
	},
	'theme-by-stratum': {
		ask: (source, filter) => themeByStratum(source, filter, 'conduct', 'team'),
		of: 'facts and store'
	},
	'theme-by-period': {
		ask: (source, filter) => themeByPeriod(source, filter, 'conduct', 'month'),
		of: 'facts'
	},
	'theme-series': {
		ask: (source, filter) =>
			themeSeries(source, filter, { taxonomy: 'conduct', unit: 'team', grain: 'month' }),
		of: 'facts'
	},
	'unit-languages': {
		ask: (source, filter) => unitLanguages(source, filter, 'team'),
		of: 'facts and store'
	}
};
