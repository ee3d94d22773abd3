import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { kpiIds, type KpiId } from '#core/domain/kpis/registry.ts';
import { previousPeriod } from '#core/domain/period.ts';
import type { Deps } from './deps.ts';
import { kpiResults } from './kpi-values.ts';
import { openKpiSources } from './kpi-sources.ts';
import { readNames } from './names.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

export interface KpisInput {
	readonly filter: Filter;
	/** All unless told. */
	readonly ids?: readonly KpiId[];
}

/** KPIs of one period beside the one before; `answer` is null where there is no dated feedback. */
export const kpiValues = verb(
	'read',
	async (deps: Deps, actor: Actor, { filter: asked, ids = kpiIds }: KpisInput) => {
		const { source, filter, context } = await openView(deps, actor, asked);
		const names = await readNames(deps, actor.scope);
		const period = filter.period === 'undated' ? null : (filter.period ?? context.latestMonth);
		if (period === null) return { context, names, filter, answer: null };
		const previous = previousPeriod(period);
		const results = await kpiResults(source, filter, { period, previous }, ids, await openKpiSources(deps));
		return { context, names, filter: { ...filter, period }, answer: { period, previous, kpis: results } };
	}
);
