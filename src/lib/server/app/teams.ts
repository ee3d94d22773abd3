import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { fewestToJudge } from '#core/stats/judge-standings.ts';
import { caseMixes } from './case-mix.ts';
import type { Deps } from './deps.ts';
import { judgedUnits, unitPeriod } from './judged-units.ts';
import { readFreeValues, readNames } from './names.ts';
import { placesIn } from './places.ts';
import { funnelCurve } from './units.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

/** Agencies and teams: work first, complaints against what anybody would get with that work, and how the work differs. */
export const teams = verb('read', async (deps: Deps, actor: Actor, input: { readonly filter: Filter }) => {
	const { source, filter, context } = await openView(deps, actor, input.filter);
	const names = await readNames(deps, actor.scope);
	const values = await readFreeValues(source, context.origin);
	const period = unitPeriod(filter, context);
	const base = { context, names, values };
	if (!period) return { ...base, filter, answer: null };
	const dated = { ...filter, period };
	const [ofTeams, ofAgencies, teamMix, agencyMix, places] = await Promise.all([
		judgedUnits(source, kpis.K03, dated, { unit: 'team', period }),
		judgedUnits(source, kpis.K03, dated, { unit: 'agency', period }),
		caseMixes(source, dated, 'team'),
		caseMixes(source, dated, 'agency'),
		placesIn(deps, period)
	]);
	const agents = Map.groupBy(places, ({ teamId }) => teamId);
	return {
		...base,
		filter: dated,
		answer: {
			period,
			fewest: fewestToJudge,
			teams: withoutLimits(ofTeams),
			agencies: withoutLimits(ofAgencies),
			funnel: funnelCurve(ofTeams.units, ofTeams.limitsAt),
			mixes: { team: [...teamMix], agency: [...agencyMix] },
			/** Agents who were in the team at some time of the period. */
			agents: [...agents].map(([team, own]) => ({
				team,
				count: new Set(own.map(({ agentId }) => agentId)).size
			}))
		}
	};
});
export type Teams = Awaited<ReturnType<typeof teams>>;

/** A page is data: what it needs of the limits is in the curve. */
function withoutLimits({ limitsAt: _, ...judged }: Awaited<ReturnType<typeof judgedUnits>>) {
	return judged;
}
