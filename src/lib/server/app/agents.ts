import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { ofAllUnits, type Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import type { Agent } from '#core/domain/organisation.ts';
import { kpis, type KpiId } from '#core/domain/kpis/registry.ts';
import { previousPeriod, type Period } from '#core/domain/period.ts';
import { fewestToJudge } from '#core/stats/judge-standings.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import { sumExposure } from '../facts/questions/sum-exposure.ts';
import { contactsOfFeedback } from '../storage/linked-contacts.ts';
import { listNotes } from '../storage/notes.ts';
import type { Source } from '../storage/question-schema.ts';
import { listFeedback } from '../storage/feedback-list.ts';
import { annotationsFor } from './annotations.ts';
import type { Deps } from './deps.ts';
import { judgedThemes, judgedUnits, unitPeriod, type ThemeOfUnit } from './judged-units.ts';
import { kpiResults } from './kpi-values.ts';
import { readFreeValues, readNames } from './names.ts';
import { placesIn } from './places.ts';
import { openPanels } from './panels.ts';
import { themeTrend } from './trend.ts';
import { funnelCurve } from './units.ts';
import { openView, type ViewContext } from './view-context.ts';
import { verb } from './verb.ts';

/**
 * All agents, each with exposure, complaints, and whether that is outside chance. A filter by agency or team chooses
 * whom to list by their places in the period; each is judged by all of their work, so the returned filter, under
 * which the counts hold, has neither. `unlisted`: agents with a place and with neither feedback nor contacts.
 */
export const agents = verb('read', async (deps: Deps, actor: Actor, input: { filter: Filter }) => {
	const { source, filter, context } = await openView(deps, actor, input.filter);
	const names = await readNames(deps, actor.scope);
	const values = await readFreeValues(source, context.origin);
	const period = unitPeriod(filter, context);
	const base = { context, names, values, period };
	if (!period)
		return {
			...base,
			filter,
			places: [],
			standings: [],
			unlisted: 0,
			byChance: 0,
			isSpreadApplied: false,
			funnel: []
		};
	const { agency, team } = filter;
	const all = await placesIn(deps, period);
	const places = all.filter(
		({ agencyId, teamId }) =>
			names.teams.some(({ id }) => id === teamId) &&
			(agency.length === 0 || agency.includes(agencyId)) &&
			(team.length === 0 || team.includes(teamId))
	);
	const dated: Filter = { ...filter, agency: [], team: [], period };
	const judged = await judgedUnits(source, kpis.K03, dated, { unit: 'agent', period });
	const everyone = judged.units;
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
	return {
		...base,
		filter: dated,
		places,
		standings,
		unlisted,
		byChance: judged.byChance,
		isSpreadApplied: judged.spread.isApplied,
		funnel: funnelCurve(standings, judged.limitsAt)
	};
});

export type AgentPanel = 'praise' | 'channels' | 'evidence';
const tiles: readonly KpiId[] = ['K01', 'K03', 'K05', 'K41', 'K42'];
const evidenceShown = 10;

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
		const period = unitPeriod(filter, context);
		const notes = await listNotes(deps.store, { kind: 'agent', id: agent.id });
		const replies = await listNotes(deps.store, { kind: 'reply', id: agent.id });
		const timeZone = deps.timeZone;
		const base = { filter, context, names, values, agent, memberships, notes, replies, timeZone };
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
	const { panel, failed } = openPanels<AgentPanel>(deps.log);
	const [kpiRows, judged, exposure, channels, attributions, themes, positive, trend, evidence, praise] =
		await Promise.all([
			kpiResults(source, dated, { period, previous }, tiles),
			judgedUnits(source, kpis.K03, dated, { unit: 'agent', period }),
			sumExposure(source, dated),
			panel('channels', countByDimension(source, complaints, 'channel'), []),
			countByDimension(source, complaints, 'attribution'),
			judgedThemes(source, dated, { taxonomy: 'conduct', unit: 'agent' }),
			panel('praise', countByTheme(source, dated, 'positive'), []),
			themeTrend(source, dated, { taxonomy: 'conduct', period, grain: 'month', today: context.today }),
			panel('evidence', evidenceOf(deps, actor, dated), noEvidence),
			countFeedback(source, narrow(dated, { taxonomy: ['positive'] }))
		]);
	const standing = judged.units.find(({ id }) => id === agent.id) ?? null;
	const { standings: ofThemes, ...family } = themes;
	const annotations = await annotationsOfAgent(deps, actor, { agentId: agent.id, dated });
	return {
		period,
		annotations,
		previous,
		kpis: kpiRows,
		standing,
		fewest: fewestToJudge,
		isSpreadApplied: judged.spread.isApplied,
		tested: judged.tested,
		exposure,
		channels,
		attributions,
		themes: mostFirst(ofThemes.filter(({ unit, count }) => unit === agent.id && count > 0)),
		/** Of all agents and conduct themes, which are corrected together. */
		family,
		positive,
		praise: praise.feedback,
		trend,
		...evidence,
		failed
	};
}

/** The most urgent feedback with conduct, and the contacts it is linked to. */
async function evidenceOf({ store }: Deps, { scope }: Actor, dated: Filter) {
	const listed = narrow(dated, { taxonomy: ['conduct'] });
	const evidence = await listFeedback(store, scope, listed, {
		sort: 'urgent',
		after: null,
		limit: evidenceShown
	});
	const ids = evidence.map(({ id }) => id);
	return { evidence, contacts: await contactsOfFeedback(store, scope, ids) };
}
const noEvidence: Awaited<ReturnType<typeof evidenceOf>> = { evidence: [], contacts: [] };

function mostFirst(themes: readonly ThemeOfUnit[]): readonly ThemeOfUnit[] {
	return themes.toSorted((one, other) => other.count - one.count || (one.theme < other.theme ? -1 : 1));
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
