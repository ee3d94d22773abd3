import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { previousPeriod, type Grain } from '#core/domain/period.ts';
import { filterOfRow, type Question } from '#core/domain/question.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import { countQuestion } from '../facts/questions/ask-question.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import { listFeedback } from '../storage/feedback-list.ts';
import type { Source } from '../storage/question-schema.ts';
import { annotationsFor } from './annotations.ts';
import type { Deps } from './deps.ts';
import { unitPeriod } from './judged-units.ts';
import { kpiResults } from './kpi-values.ts';
import { readFreeValues, readNames } from './names.ts';
import { openPanels } from './panels.ts';
import { fittingGrain, themeTrend, trendPeriod } from './trend.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

export type ReasonPanel = 'remedies' | 'impacts' | 'hardship' | 'sentences';
const sentencesShown = 8;

/** How requests in hardship ended, as borrowers tell it: themes of several taxonomies, in the order of the story. */
const hardship = {
	asked: ['repayment_plan', 'fee_interest_waiver'],
	refused: ['hardship_request_refused'],
	helped: kpis.K28.numerator.where.theme ?? []
} as const;
export type HardshipStep = keyof typeof hardship;

/** A number of feedback, and the filter that lists it. */
export interface Counted {
	readonly count: number;
	readonly listed: Filter;
}

/**
 * Why borrowers are overdue, what they ask for and what it did to them; themes told in the same feedback. Over a year
 * unless another period is chosen: few tell of a reason, and fewer of two things at once.
 */
export const reasons = verb(
	'read',
	async (deps: Deps, actor: Actor, input: { readonly filter: Filter; readonly grain: Grain | null }) => {
		const { source, filter, context } = await openView(deps, actor, input.filter);
		const names = await readNames(deps, actor.scope);
		const values = await readFreeValues(source, context.origin);
		const period = unitPeriod(filter, context);
		const base = { context, names, values };
		if (period === null) return { ...base, filter, answer: null };
		const dated = { ...filter, period };
		const previous = previousPeriod(period);
		const told = narrow(dated, { taxonomy: ['reason'] });
		const wide = trendPeriod(period, context.extent.firstOn);
		const grain = fittingGrain(input.grain, wide);
		const asked = { taxonomy: 'reason', period: wide, grain, today: context.today } as const;
		const { panel, failed } = openPanels<ReasonPanel>(deps.log);
		const [rows, remedies, impacts, trend, steps, [helped], sentences, all, annotations] = await Promise.all([
			themesOf(source, dated, 'reason'),
			panel('remedies', tableOf(source, dated, 'remedy'), noTable),
			panel('impacts', tableOf(source, dated, 'impact'), noTable),
			themeTrend(source, filter, asked),
			panel('hardship', hardshipSteps(source, told), []),
			kpiResults(source, dated, { period, previous }, ['K28']),
			panel(
				'sentences',
				listFeedback(deps.store, actor.scope, told, { sort: 'newest', after: null, limit: sentencesShown }),
				[]
			),
			countedBy(source, told),
			annotationsFor(deps, actor, dated, wide)
		]);
		return {
			...base,
			filter: dated,
			answer: {
				period,
				previous,
				grain,
				wide,
				rows,
				remedies,
				impacts,
				trend,
				steps,
				helped,
				sentences,
				all,
				annotations,
				failed
			}
		};
	}
);

export type Reasons = Awaited<ReturnType<typeof reasons>>;

async function countedBy(source: Source, listed: Filter): Promise<Counted> {
	return { count: (await countFeedback(source, listed)).feedback, listed };
}

/** Themes of a taxonomy under a filter, most first. */
async function themesOf(source: Source, filter: Filter, by: Taxonomy) {
	const question: Question = { filter, splits: [{ by }] };
	const rows = await countQuestion(source, question);
	return rows.map(({ keys, feedback }) => ({
		theme: keys[0] ?? '',
		count: feedback,
		listed: filterOfRow(question, keys)
	}));
}

const noTable: ReasonTable = { columns: [], cells: [] };

export interface ReasonTable {
	/** Most frequent with a reason first. */
	readonly columns: readonly { readonly theme: string; readonly count: number }[];
	readonly cells: readonly (Counted & { readonly reason: string; readonly theme: string })[];
}

/** Feedback that tells of a reason and of a theme of another taxonomy. */
async function tableOf(source: Source, filter: Filter, by: 'remedy' | 'impact'): Promise<ReasonTable> {
	const question: Question = { filter, splits: [{ by: 'reason' }, { by }] };
	const cells = (await countQuestion(source, question)).map(({ keys, feedback }) => ({
		reason: keys[0] ?? '',
		theme: keys[1] ?? '',
		count: feedback,
		listed: filterOfRow(question, keys)
	}));
	const columns = await themesOf(source, narrow(filter, { taxonomy: ['reason'] }), by);
	return { columns, cells };
}

/** Of the feedback with a reason. */
async function hardshipSteps(source: Source, told: Filter) {
	const steps = Object.keys(hardship) as HardshipStep[];
	return Promise.all(
		steps.map(async (step) => ({
			step,
			themes: hardship[step],
			...(await countedBy(source, narrow(told, { theme: [...hardship[step]] })))
		}))
	);
}
