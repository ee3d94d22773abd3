import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Filter } from '#core/domain/filter.ts';
import { listBehind, type Kpi } from '#core/domain/kpi.ts';
import { isKpiId, kpis } from '#core/domain/kpis/registry.ts';
import { missingData, numeratorOf } from '#core/domain/missing-data.ts';
import type { KpisAnswer } from './api-answers.ts';
import type { Deps } from './deps.ts';
import type { KpiResult } from './kpi-values.ts';
import { kpiValues } from './kpis.ts';
import { verb } from './verb.ts';

export interface ApiKpisInput {
	readonly filter: Filter;
	/** Ids of the wanted KPIs; empty: all. */
	readonly ids: readonly string[];
}

/** Definitions with values. Throws `bad-input` for a KPI that does not exist. */
export const apiKpis = verb(
	'read',
	async (deps: Deps, actor: Actor, input: ApiKpisInput): Promise<KpisAnswer> => {
		const ids = input.ids.filter(isKpiId);
		const stranger = input.ids.find((id) => !isKpiId(id));
		if (stranger !== undefined)
			throw new EarshotError(
				'bad-input',
				`There is no KPI “${stranger.slice(0, 20)}”. Leave “kpi” out to get all of them.`
			);
		const { answer, context } = await kpiValues(deps, actor, {
			filter: input.filter,
			...(ids.length > 0 ? { ids } : {})
		});
		return {
			period: answer && { from: answer.period.from, to: answer.period.to },
			origin: context.origin,
			kpis: (answer?.kpis ?? []).map(describe)
		};
	}
);

function describe({ id, now }: KpiResult): KpisAnswer['kpis'][number] {
	const kpi: Kpi = kpis[id];
	const { numerator, denominator } = kpi;
	return {
		id,
		name: kpi.name,
		meaning: kpi.meaning,
		unit: kpi.unit,
		better: kpi.better,
		numerator: { what: numerator.what, value: numeratorOf(now) },
		denominator: denominator && { what: denominator.what, per: denominator.per, value: now.denominator },
		sample: numerator.count === 'mean-rating' ? now.denominator : null,
		value: now.value,
		interval: now.interval && { method: kpi.interval, low: now.interval.low, high: now.interval.high },
		too_few: now.isTooFew,
		missing: now.missing && { code: now.missing, ...missingData[now.missing].sentence },
		lists: listBehind(kpi),
		source: kpi.source
	};
}
