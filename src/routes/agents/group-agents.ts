import type { Locale } from '#core/domain/vocabulary.ts';
import type { Names } from '#server/app/names.ts';
import type { JudgedUnit } from '#server/app/judged-units.ts';
import type { Namer } from '../shell.ts';

/** An agent's time in a team during the period, oldest first. */
interface Place {
	readonly agentId: string;
	readonly teamId: string;
}
interface Named {
	readonly id: string;
	readonly name: string;
}
export interface ListedAgent extends Named {
	readonly standing: JudgedUnit;
}
export interface ListedTeam extends Named {
	readonly agents: readonly ListedAgent[];
}
export interface ListedAgency extends Named {
	readonly teams: readonly ListedTeam[];
}
interface Grouped {
	readonly standings: readonly JudgedUnit[];
	readonly places: readonly Place[];
	readonly names: Pick<Names, 'teams'>;
	readonly nameOf: Namer;
	readonly locale: Locale;
}

/**
 * Agents under the team they were in last, teams under their agency, everything by name in the order of the language.
 * `placeless`: agents without any team in the period.
 */
export function groupAgents({ standings, places, names, nameOf, locale }: Grouped): {
	readonly agencies: readonly ListedAgency[];
	readonly placeless: readonly ListedAgent[];
} {
	const { compare } = new Intl.Collator(locale, { numeric: true });
	const byName = (one: Named, other: Named) => compare(one.name, other.name) || (one.id < other.id ? -1 : 1);
	const lastTeam = new Map(places.map(({ agentId, teamId }) => [agentId, teamId]));
	const agents = standings
		.map((standing) => ({ id: standing.id, name: nameOf('agent', standing.id), standing }))
		.sort(byName);
	const agentsOf = Map.groupBy(agents, ({ id }) => lastTeam.get(id));
	const agencyOf = new Map(names.teams.map(({ id, agencyId }) => [id, agencyId]));
	const teams = [...agentsOf]
		.flatMap(([id, listed]) => (id === undefined ? [] : [{ id, name: nameOf('team', id), agents: listed }]))
		.sort(byName);
	const agencies = [...Map.groupBy(teams, ({ id }) => agencyOf.get(id) ?? '')]
		.map(([id, listed]) => ({ id, name: nameOf('agency', id), teams: listed }))
		.sort(byName);
	return { agencies, placeless: agentsOf.get(undefined) ?? [] };
}
