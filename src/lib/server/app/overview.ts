import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { kpis, type KpiId } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { previousPeriod, type Grain, type Period } from '#core/domain/period.ts';
import { dataExtent } from '../facts/questions/data-extent.ts';
import { listFeedback } from '../storage/feedback-list.ts';
import type { Source } from '../storage/question-schema.ts';
import { annotationsFor } from './annotations.ts';
import { channelHeat } from './channel-heat.ts';
import type { Deps } from './deps.ts';
import { judgedUnits, noUnits } from './judged-units.ts';
import { kpiResults } from './kpi-values.ts';
import { readFreeValues, readNames } from './names.ts';
import { openPanels } from './panels.ts';
import { rateTrend, type RateTrend } from './rate-trend.ts';
import { themeRows } from './theme-rows.ts';
import { fittingGrain, themeTrend, trendPeriod, type ThemeTrend } from './trend.ts';
import { channelRates, funnelCurve } from './units.ts';
import { openView, type ViewContext } from './view-context.ts';
import { verb } from './verb.ts';

export interface OverviewInput {
	readonly filter: Filter;
	readonly grain: Grain | null;
}

const tiles: readonly KpiId[] = ['K01', 'K03', 'K05', 'K08', 'K41', 'K42'];
const urgentShown = 5;
const noTrend: ThemeTrend = { periods: [], rows: [], others: null };
const noRate: RateTrend = { points: [], center: null, sigmaZ: null };

/** One screen: is anything wrong, is it real, where. `answer` is null where there is no dated feedback to show. */
export const overview = verb('read', async (deps: Deps, actor: Actor, input: OverviewInput) => {
	const { source, filter, context } = await openView(deps, actor, input.filter);
	const period = filter.period === 'undated' ? null : (filter.period ?? context.latestMonth);
	const around = Promise.all([readNames(deps, actor.scope), readFreeValues(source, context.origin)]);
	if (period === null) {
		const [names, values] = await around;
		return { context, names, values, filter, answer: null };
	}
	const dated: Dated = { ...filter, period };
	const { panel, failed } = openPanels<OverviewPanel>(deps.log);
	const urgentCases = listFeedback(deps.store, actor.scope, narrow(dated, { urgency: ['U0', 'U1'] }), {
		sort: 'urgent',
		after: null,
		limit: urgentShown
	});
	const [[names, values], panels, urgent, annotations] = await Promise.all([
		around,
		keptPanels(source, dated, { context, wanted: input.grain, log: deps.log }),
		panel('urgent', urgentCases, []),
		annotationsFor(deps, actor, dated, trendPeriod(period, context.extent.firstOn))
	]);
	const answered = { ...panels, urgent, annotations, failed: { ...panels.failed, ...failed } };
	return { context, names, values, filter: dated, answer: answered };
});

export type Overview = Awaited<ReturnType<typeof overview>>;

type Dated = Filter & { readonly period: Period };

/** Parts of the page that may fail alone. Without the KPIs there is no verdict, and no page. */
export type OverviewPanel = 'trend' | 'rate' | 'themes' | 'channels' | 'heat' | 'units' | 'urgent';

interface Asked {
	readonly context: ViewContext;
	readonly wanted: Grain | null;
	readonly log: Deps['log'];
}

/** What the facts say is the same until they change; where a panel failed it is tried again. */
async function keptPanels(source: Source, dated: Dated, asked: Asked): Promise<Panels> {
	const { views, scope } = source;
	if (!views) return answer(source, dated, asked);
	const { extent, today } = asked.context;
	const key = JSON.stringify(['overview', dated, asked.wanted, extent, today, scope]);
	const isWhole = (panels: unknown) => Object.keys((panels as Panels).failed).length === 0;
	return views.answer(key, () => answer(source, dated, asked), isWhole) as Promise<Panels>;
}

type Panels = Awaited<ReturnType<typeof answer>>;

async function answer(source: Source, dated: Dated, { context, wanted, log }: Asked) {
	const { panel, failed } = openPanels<OverviewPanel>(log);
	const { period } = dated;
	const previous = previousPeriod(period);
	const wide = trendPeriod(period, context.extent.firstOn);
	const grain = fittingGrain(wanted, wide);
	const asked = { period: wide, grain, today: context.today };
	const judge = (unit: 'team' | 'agency') => judgedUnits(source, kpis.K03, dated, { unit, period });
	const units = Promise.all([judge('team'), judge('agency')]).then(([teams, agencies]) => ({
		teams,
		agencies
	}));
	const [kpiRows, trend, rate, themes, channels, heat, { teams, agencies }, undated] = await Promise.all([
		kpiResults(source, dated, { period, previous }, tiles),
		panel('trend', themeTrend(source, dated, { ...asked, taxonomy: 'conduct' }), noTrend),
		panel('rate', rateTrend(source, kpis.K05, dated, { ...asked, baselineTo: period.from }), noRate),
		panel('themes', themeRows(source, dated, { previous, taxonomy: 'conduct' }), []),
		panel('channels', channelRates(source, kpis.K03, dated, period), []),
		panel('heat', channelHeat(source, dated), { cells: [], contacts: [] }),
		panel('units', units, { teams: noUnits, agencies: noUnits }),
		dataExtent(source, { ...dated, period: 'undated' })
	]);
	return {
		period,
		previous,
		grain,
		trendPeriod: wide,
		kpis: kpiRows,
		trend,
		rate,
		themes,
		channels,
		heat,
		teams: teams.units,
		agencies: agencies.units,
		teamsTested: teams.tested,
		teamsByChance: teams.byChance,
		funnel: funnelCurve(teams.units, teams.limitsAt),
		undated: undated.feedback,
		failed
	};
}
