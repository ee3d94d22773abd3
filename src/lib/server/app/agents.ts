import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { kpis, type KpiId } from '#core/domain/kpis/registry.ts';
import { addMonths, previousPeriod, type Period } from '#core/domain/period.ts';
import { expectedCounts } from '#core/stats/expected.ts';
import { funnelVerdict, type FunnelVerdict } from '#core/stats/funnel-limits.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { countByStratum } from '../facts/questions/count-by-stratum.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { sumExposure } from '../facts/questions/sum-exposure.ts';
import type { Source } from '../storage/question-schema.ts';
import { listFeedback } from '../storage/feedback-list.ts';
import type { Deps } from './deps.ts';
import { kpiResults } from './kpi-values.ts';
import { readFreeValues, readNames } from './names.ts';
import { themeTrend } from './trend.ts';
import { unitStandings } from './units.ts';
import { openView, type ViewContext } from './view-context.ts';
import { verb } from './verb.ts';

/** An agent is looked at over a year unless another period is chosen: a month says nothing about one person. */
function agentPeriod(filter: Filter, { latestMonth }: ViewContext): Period | null {
	if (filter.period === 'undated') return null;
	if (filter.period) return filter.period;
	return latestMonth && { from: addMonths(latestMonth.to, -12), to: latestMonth.to };
}

/** All agents by team and name, never by rank: each with exposure, complaints, and whether that is outside chance. */
export const agents = verb('read', async (deps: Deps, actor: Actor, input: { filter: Filter }) => {
	const { source, filter, context } = await openView(deps, actor, input.filter);
	const names = await readNames(deps);
	const values = await readFreeValues(source, context.origin);
	const period = agentPeriod(filter, context);
	if (!period) return { filter, context, names, values, period, standings: [] };
	const standings = await unitStandings(source, kpis.K03, filter, { unit: 'agent', period });
	return { filter: { ...filter, period }, context, names, values, period, standings };
});

const tiles: readonly KpiId[] = ['K01', 'K03', 'K05', 'K41', 'K30'];
const evidenceShown = 10;

export interface ThemeStanding {
	readonly theme: string;
	/** Feedback of the agent with the theme: what the link lists. */
	readonly count: number;
	readonly observed: number;
	readonly expected: number;
	readonly verdict: FunnelVerdict;
}

/** One agent, fairly: exposure first, each theme beside what anyone would get with the same work, praise beside complaints. */
export const agentView = verb(
	'read',
	async (deps: Deps, actor: Actor, input: { id: string; filter: Filter }) => {
		const opened = await openView(deps, actor, { ...input.filter, agent: [] });
		const { source, context } = opened;
		const names = await readNames(deps);
		const agent = names.agents.find(({ id }) => id === input.id);
		if (!agent)
			throw new EarshotError(
				'not-found',
				`There is no agent “${input.id.slice(0, 40)}” in the organisation.`
			);
		const memberships = await membershipsOf(deps, agent.id);
		const values = await readFreeValues(source, context.origin);
		const filter: Filter = { ...opened.filter, agent: [agent.id] };
		const period = agentPeriod(filter, context);
		const base = { filter, context, names, values, agent, memberships };
		if (!period) return { ...base, answer: null };
		const dated = { ...filter, period };
		const [kpiRows, standing, exposure, channels, themes, positive, trend, evidence] = await Promise.all([
			kpiResults(source, dated, { period, previous: previousPeriod(period) }, tiles),
			unitStandings(source, kpis.K03, dated, { unit: 'agent', period }),
			sumExposure(source, dated),
			countByDimension(source, narrow(dated, { complaint: 'yes' }), 'channel'),
			themeStandings(source, dated, agent.id),
			countByTheme(source, dated, 'positive'),
			themeTrend(source, dated, { taxonomy: 'conduct', period, grain: 'month', today: context.today }),
			listFeedback(deps.store, actor.scope, narrow(dated, { taxonomy: ['conduct'] }), {
				sort: 'urgent',
				after: null,
				limit: evidenceShown
			})
		]);
		const answer = {
			period,
			kpis: kpiRows,
			standing: standing.find(({ id }) => id === agent.id) ?? null,
			exposure,
			channels,
			themes,
			positive,
			trend,
			evidence
		};
		return { ...base, filter: dated, answer };
	}
);

async function membershipsOf({ store }: Deps, agentId: string) {
	return store.db
		.selectFrom('membership')
		.select(['teamId', 'fromOn', 'toOn'])
		.where('agentId', '=', agentId)
		.orderBy('fromOn')
		.execute();
}

/** Conduct themes of an agent against all agents with the same channels, stages and products. */
async function themeStandings(
	source: Source,
	filter: Filter,
	agentId: string
): Promise<readonly ThemeStanding[]> {
	const counted = await countByTheme(source, filter, 'conduct');
	const everyone = { ...filter, agency: [], team: [], agent: [] };
	return Promise.all(
		counted.map(async ({ theme, count }) => {
			const strata = await countByStratum(source, narrow(everyone, { theme: [theme] }), 'agent');
			const { observed, expected } = expectedCounts(strata).get(agentId) ?? { observed: 0, expected: 0 };
			return { theme, count, observed, expected, verdict: funnelVerdict({ observed, expected }) };
		})
	);
}
