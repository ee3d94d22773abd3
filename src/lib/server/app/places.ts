import type { Period } from '#core/domain/period.ts';
import type { Deps } from './deps.ts';

/** Who was in which team at some time of the period, in the order in which they came. */
export async function placesIn({ store }: Pick<Deps, 'store'>, { from, to }: Period) {
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
