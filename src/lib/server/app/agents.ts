import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { hasExposureMatch, ofAllUnits, type Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import type { Agent } from '#core/domain/organisation.ts';
import { kpis, type KpiId } from '#core/domain/kpis/registry.ts';
import { addMonths, previousPeriod, type Period } from '#core/domain/period.ts';
import { expectedCounts } from '#core/stats/expected.ts';
import {
	fewestExpected,
	funnelLimits,
	funnelVerdict,
	type FunnelVerdict
} from '#core/stats/funnel-limits.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { themeByStratum } from '../facts/questions/theme-by-stratum.ts';
import { sumExposure } from '../facts/questions/sum-exposure.ts';
import { listNotes } from '../storage/notes.ts';
import type { Source } from '../storage/question-schema.ts';
import { listFeedback } from '../storage/feedback-list.ts';
import { annotationsFor } from './annotations.ts';
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

/**
 * All agents, each with exposure, complaints, and whether that is outside chance. A filter by agency or team chooses
 * whom to list by their places in the period; each is judged by all of their work, so the returned filter, under
 * which the counts hold, has neither. `unlisted`: agents with a place and with neither feedback nor contacts.
 */
export const agents = verb('read', async (deps: Deps, actor: Actor, input: { filter: Filter }) => {
	const { source, filter, context } = await openView(deps, actor, input.filter);
	const names = await readNames(deps, actor.scope);
	const values = await readFreeValues(source, context.origin);
	const period = agentPeriod(filter, context);
	const base = { context, names, values, period };
	if (!period) return { ...base, filter, places: [], standings: [], unlisted: 0 };
	const { agency, team } = filter;
	const all = await placesIn(deps, period);
	const places = all.filter(
		({ agencyId, teamId }) =>
			names.teams.some(({ id }) => id === teamId) &&
			(agency.length === 0 || agency.includes(agencyId)) &&
			(team.length === 0 || team.includes(teamId))
	);
	const dated: Filter = { ...filter, agency: [], team: [], period };
	const everyone = await unitStandings(source, kpis.K03, dated, { unit: 'agent', period });
	const isChosen = (id: string) =>
		agency.length + team.length === 0 || places.some(({ agentId }) => agentId === id);
	const standings = everyone.filter(({ id }) => isChosen(id));
	const silent = places.filter(
		({ agentId, origin }) =>
			(context.origin === 'all' || origin === context.origin) &&
			(filter.agent.length === 0 || filter.agent.includes(agentId)) &&
			!standings.some(({ id }) => id === agentId)
	);
	const unlisted = new Set(silent.map(({ agentId }) => agentId)).size;
	return { ...base, filter: dated, places, standings, unlisted };
});

/** Who was in which team at some time of the period, in the order in which they came. */
async function placesIn({ store }: Deps, { from, to }: Period) {
	return store.db
		.selectFrom('membership')
		.innerJoin('team', 'team.id', 'membership.teamId')
		.innerJoin('agent', 'agent.id', 'membership.agentId')
		.select(['membership.agentId', 'membership.teamId', 'team.agencyId', 'agent.origin'])
		.where('membership.fromOn', '<', to)
		.where(({ eb, or }) => or([eb('membership.toOn', 'is', null), eb('membership.toOn', '>', from)]))
		.orderBy('membership.fromOn')
		.orderBy('membership.teamId')
		.execute();
}

const tiles: readonly KpiId[] = ['K01', 'K03', 'K05', 'K41', 'K42'];
const evidenceShown = 10;

export interface ThemeStanding {
	readonly theme: string;
	/** Feedback of the agent with the theme: what the link lists. */
	readonly count: number;
	readonly observed: number;
	readonly expected: number;
	readonly verdict: FunnelVerdict;
}

/**
 * One agent, fairly: exposure first, each theme beside what anyone would get with the same work, praise beside
 * complaints. All of the agent's work counts, in whichever team. Throws `not-found`.
 */
export const agentView = verb(
	'read',
	async (deps: Deps, actor: Actor, input: { id: string; filter: Filter }) => {
		const opened = await openView(deps, actor, ofAllUnits(input.filter));
		const { source, context } = opened;
		const names = await readNames(deps, actor.scope);
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
		const notes = await listNotes(deps.store, { kind: 'agent', id: agent.id });
		const timeZone = deps.timeZone;
		const base = { filter, context, names, values, agent, memberships, notes, timeZone };
		if (!period) return { ...base, answer: null };
		const dated = { ...filter, period };
		return { ...base, filter: dated, answer: await lookAt(deps, actor, source, { agent, dated, context }) };
	},
	({ id }) => ({ action: 'view', kind: 'agent', id })
);

interface Looked {
	readonly agent: Pick<Agent, 'id'>;
	readonly dated: Filter & { readonly period: Period };
	readonly context: ViewContext;
}

async function lookAt(deps: Deps, actor: Actor, source: Source, { agent, dated, context }: Looked) {
	const { period } = dated;
	const previous = previousPeriod(period);
	const complaints = narrow(dated, kpis.K03.numerator.where);
	const [kpiRows, standings, exposure, channels, attributions, themes, positive, trend, evidence] =
		await Promise.all([
			kpiResults(source, dated, { period, previous }, tiles),
			unitStandings(source, kpis.K03, dated, { unit: 'agent', period }),
			sumExposure(source, dated),
			countByDimension(source, complaints, 'channel'),
			countByDimension(source, complaints, 'attribution'),
			themeStandings(source, dated, agent.id),
			countByTheme(source, dated, 'positive'),
			themeTrend(source, dated, { taxonomy: 'conduct', period, grain: 'month', today: context.today }),
			listFeedback(deps.store, actor.scope, narrow(dated, { taxonomy: ['conduct'] }), {
				sort: 'urgent',
				after: null,
				limit: evidenceShown
			})
		]);
	const standing = standings.find(({ id }) => id === agent.id) ?? null;
	const annotations = await annotationsOfAgent(deps, actor, { agentId: agent.id, dated });
	return {
		period,
		annotations,
		previous,
		kpis: kpiRows,
		standing,
		fewestExpected,
		limits: standing && standing.verdict !== 'too-few' ? funnelLimits(standing.expected) : null,
		exposure,
		channels,
		attributions,
		themes,
		positive,
		trend,
		evidence
	};
}

export type AgentAnswer = Awaited<ReturnType<typeof lookAt>>;

/** Those of the teams the agent was in, and of everybody. */
async function annotationsOfAgent(
	deps: Deps,
	actor: Actor,
	{ agentId, dated }: { agentId: string; dated: Looked['dated'] }
) {
	const team = (await membershipsOf(deps, agentId)).map(({ teamId }) => teamId);
	return annotationsFor(deps, actor, { ...dated, agency: [], team }, dated.period);
}

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
	const everyone = ofAllUnits(filter);
	const hasExposure = hasExposureMatch(filter);
	const [counted, strata] = await Promise.all([
		countByTheme(source, filter, 'conduct'),
		hasExposure ? themeByStratum(source, everyone, 'conduct', 'agent') : new Map<string, never[]>()
	]);
	return counted.map(({ theme, count }) => {
		const expectations = expectedCounts(strata.get(theme) ?? []);
		const { observed, expected } = expectations.get(agentId) ?? { observed: 0, expected: 0 };
		return { theme, count, observed, expected, verdict: funnelVerdict({ observed, expected }) };
	});
}
