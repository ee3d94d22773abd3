import { hasExposureMatch, type Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import type { Kpi, KpiChange, KpiValue } from '#core/domain/kpi.ts';
import { kpis, type KpiId } from '#core/domain/kpis/registry.ts';
import type { Period } from '#core/domain/period.ts';
import { evaluateKpi, judgeChange, type KpiCounts } from '#core/stats/kpi-change.ts';
import { countFeedback, type FeedbackCount } from '../facts/questions/count-feedback.ts';
import { sumExposure } from '../facts/questions/sum-exposure.ts';
import type { Source } from '../storage/question-schema.ts';

export interface KpiResult {
	readonly id: KpiId;
	readonly now: KpiValue;
	readonly change: KpiChange;
	/** Filter of exactly the feedback in the numerator. */
	readonly filter: Filter;
}

/** Values of KPIs under a dated filter, beside the same in the period before. */
export async function kpiResults(
	source: Source,
	filter: Filter,
	{ period, previous }: { readonly period: Period; readonly previous: Period },
	ids: readonly KpiId[]
): Promise<readonly KpiResult[]> {
	const values = kpiCounter(source);
	return Promise.all(
		ids.map(async (id) => {
			const kpi: Kpi = kpis[id];
			const [now, before] = await Promise.all([
				values(kpi, { ...filter, period }),
				values(kpi, { ...filter, period: previous })
			]);
			return {
				id,
				now,
				change: judgeChange(kpi, before, now),
				filter: narrow({ ...filter, period }, kpi.numerator.where)
			};
		})
	);
}

/** Evaluates KPIs; counts that several KPIs share are asked once. */
function kpiCounter(source: Source): (kpi: Kpi, filter: Filter) => Promise<KpiValue> {
	const counts = new Map<string, Promise<FeedbackCount>>();
	const sums = new Map<string, ReturnType<typeof sumExposure>>();
	const once = <Answer>(
		known: Map<string, Promise<Answer>>,
		filter: Filter,
		ask: (source: Source, filter: Filter) => Promise<Answer>
	) => {
		const key = JSON.stringify(filter);
		const answer = known.get(key) ?? ask(source, filter);
		known.set(key, answer);
		return answer;
	};
	const countsOf = async (kpi: Kpi, filter: Filter): Promise<KpiCounts> => {
		const counted = await once(counts, narrow(filter, kpi.numerator.where), countFeedback);
		if (kpi.numerator.count === 'mean-rating')
			return { numerator: counted.meanRating ?? 0, denominator: counted.rated };
		const numerator = kpi.numerator.count === 'borrowers' ? counted.borrowers : counted.feedback;
		if (kpi.denominator === null) return { numerator, denominator: null };
		if (kpi.denominator.of === 'feedback') {
			const all = await once(counts, narrow(filter, kpi.denominator.where), countFeedback);
			return { numerator, denominator: all.feedback };
		}
		if (!hasExposureMatch(filter)) return { numerator, denominator: null, missing: 'no-match' };
		const exposure = await once(sums, filter, sumExposure);
		const amount = kpi.denominator.field === 'connected' ? exposure.connected : exposure.meanAccounts;
		return amount > 0
			? { numerator, denominator: amount }
			: { numerator, denominator: null, missing: 'no-exposure' };
	};
	return async (kpi, filter) => evaluateKpi(kpi, await countsOf(kpi, filter));
}
