import type { Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { listBehind, type Kpi, type KpiChange, type KpiList, type KpiValue } from '#core/domain/kpi.ts';
import { kpis, type KpiId } from '#core/domain/kpis/registry.ts';
import type { Period } from '#core/domain/period.ts';
import { evaluateKpi, judgeChange, type KpiCounts } from '#core/stats/kpi-change.ts';
import type { Source } from '../storage/question-schema.ts';
import { feedbackCounter, type Asked } from './kpi-counts.ts';
import type { KpiSources } from './kpi-sources.ts';
import { logCounter } from './kpi-log.ts';
import { restatedCounts } from './report-flow/restated-counts.ts';
import { trainingCounts } from './training-counts.ts';
import { taggerCounts } from './measured-quality.ts';

export interface KpiResult {
	readonly id: KpiId;
	readonly now: KpiValue;
	readonly change: KpiChange;
	/** Filter of exactly the feedback in the numerator, or of what {@link KpiResult.lists} says. */
	readonly filter: Filter;
	readonly lists: KpiList;
}

/**
 * Values of KPIs under a dated filter, beside the same in the period before. Those from the contact log and from labelled
 * texts need `sources`; asking for one of them without is a bug and throws.
 */
export async function kpiResults(
	source: Source,
	filter: Filter,
	{ period, previous }: { readonly period: Period; readonly previous: Period },
	ids: readonly KpiId[],
	sources: KpiSources | null = null
): Promise<readonly KpiResult[]> {
	const values = kpiEvaluator(source, sources);
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
				filter: narrow({ ...filter, period }, kpi.numerator.where),
				lists: listBehind(kpi)
			};
		})
	);
}

/** Evaluates any KPI; what several KPIs count is counted once. */
export function kpiEvaluator(
	source: Source,
	sources: KpiSources | null
): (kpi: Kpi, filter: Asked) => Promise<KpiValue> {
	const ofFeedback = feedbackCounter(source);
	const ofLog = sources && logCounter(sources, source);
	const countsOf = async (kpi: Kpi, filter: Asked): Promise<KpiCounts> => {
		const { numerator } = kpi;
		if (numerator.count === 'unavailable')
			return { numerator: 0, denominator: null, missing: numerator.lacks };
		switch (numerator.count) {
			case 'barred-contacts':
			case 'accounts-over-cap':
			case 'confirmed-claims':
			case 'linked':
				return need(ofLog, kpi)(kpi, numerator.count, filter);
			case 'restated':
				return restatedCounts(need(sources, kpi).store, source, filter);
			case 'training-effect':
				return trainingCounts(need(sources, kpi).store, source, filter);
			case 'tagger-hits':
				return taggerCounts(
					need(sources, kpi).measured,
					kpi.id === kpis.K43.id ? 'recall' : 'precision',
					filter
				);
			case 'feedback':
			case 'borrowers':
			case 'mean-rating':
			case 'observed':
			case 'repeat-borrowers':
			case 'severity-weight':
			case 'filled-fields':
				return ofFeedback(kpi, filter);
		}
	};
	return async (kpi, filter) => evaluateKpi(kpi, await countsOf(kpi, filter));
}

function need<Thing>(thing: Thing | null, { id }: Kpi): Thing {
	if (thing === null) throw new Error(`${id} is not made from facts alone: pass the sources of KPIs.`);
	return thing;
}
