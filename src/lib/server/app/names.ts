import type { Scope } from '#core/domain/actor.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import type { Agency, Agent, Organisation, Team } from '#core/domain/organisation.ts';
import type { Theme } from '#core/domain/theme-pack.ts';
import { readOrganisation } from '../storage/organisation.ts';
import type { Source } from '../storage/question-schema.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import type { Deps } from './deps.ts';

/** A theme as pages list it. */
export type ThemeName = Pick<Theme, 'id' | 'taxonomy' | 'severity' | 'name'>;

/** The names behind the ids of an answer, in both languages. */
export interface Names {
	readonly agencies: readonly Agency[];
	readonly teams: readonly Team[];
	readonly agents: readonly Agent[];
	readonly themes: readonly ThemeName[];
}

/** An actor with a scope is given the agencies, teams and agents of that scope only. */
export async function readNames({ store, packs }: Deps, scope: Scope | null): Promise<Names> {
	const organisation = await readOrganisation(store);
	const { agencies, teams, agents } = scope ? within(organisation, scope) : organisation;
	const themes = packs.themes.map(({ id, taxonomy, severity, name }) => ({ id, taxonomy, severity, name }));
	return { agencies, teams, agents, themes };
}

function within({ agencies, teams, agents, memberships }: Organisation, { agencyIds, teamIds }: Scope) {
	const known = teams.filter(({ id, agencyId }) => teamIds.includes(id) || agencyIds.includes(agencyId));
	const isKnown = (teamId: string) => known.some(({ id }) => id === teamId);
	const agentIds = new Set(memberships.flatMap(({ agentId, teamId }) => (isKnown(teamId) ? agentId : [])));
	return {
		agencies: agencies.filter(
			({ id }) => agencyIds.includes(id) || known.some(({ agencyId }) => agencyId === id)
		),
		teams: known,
		agents: agents.filter(({ id }) => agentIds.has(id))
	};
}

/** Values that the filter bar can offer where no closed list says them: those that occur in the shown origin. */
export async function readFreeValues(source: Source, origin: 'imported' | 'simulated' | 'all') {
	const filter = { ...emptyFilter, origin };
	const [product, region] = await Promise.all(
		(['product', 'region'] as const).map(async (dimension) =>
			(await countByDimension(source, filter, dimension)).map(({ value }) => value)
		)
	);
	return { product: product ?? [], region: region ?? [] };
}
