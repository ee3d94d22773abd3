import type { Actor } from '#core/domain/actor.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { addMonths, type Period } from '#core/domain/period.ts';
import type { AgentCase } from '#core/reports/report-detail.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import { listFeedback } from '../storage/feedback-list.ts';
import type { Source } from '../storage/question-schema.ts';
import type { Deps } from './deps.ts';
import { cardOf } from './excerpt.ts';
import { judgedUnits } from './judged-units.ts';
import { nameOf, type Scene } from './report-scene.ts';

/** A month says nothing about one person. */
const months = 12;
const evidenceShown = 3;

/** Agents above their 99.8 % limits over a year who stay outside after adjusting for how many were tested. */
export async function collectAgents(
	deps: Deps,
	actor: Actor,
	source: Source,
	{ filter, period, context, names }: Scene
): Promise<readonly AgentCase[]> {
	const year: Period = { from: addMonths(period.to, -months), to: period.to };
	const dated = { ...filter, period: year };
	const { units } = await judgedUnits(source, kpis.K03, dated, { unit: 'agent', period: year });
	const outside = units.filter(({ verdict }) => verdict === 'above');
	return Promise.all(
		outside.map(async ({ id, count, observed, expected, verdict }) => {
			const own = narrow(dated, { agent: [id] });
			const [praise, evidence] = await Promise.all([
				countFeedback(source, narrow(own, { taxonomy: ['positive'] })),
				listFeedback(deps.store, actor.scope, narrow(own, { taxonomy: ['conduct'] }), {
					sort: 'urgent',
					after: null,
					limit: evidenceShown
				})
			]);
			return {
				id,
				name: nameOf(
					names.agents.find((agent) => agent.id === id),
					id
				),
				team: teamOf(evidence[0]?.teamId ?? null, names.teams),
				complaints: count,
				observed,
				expected,
				verdict,
				praise: praise.feedback,
				where: {
					origin: context.origin,
					period: year,
					agent: [id],
					agency: filter.agency,
					team: filter.team
				},
				evidence: evidence.map((feedback) => cardOf(feedback, names))
			};
		})
	);
}

function teamOf(teamId: string | null, teams: Scene['names']['teams']) {
	return teamId === null
		? null
		: nameOf(
				teams.find(({ id }) => id === teamId),
				teamId
			);
}
