import type { Transaction } from 'kysely';
import type { Agency, Agent, Membership, Organisation, Team } from '#core/domain/organisation.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import type { Store } from './connect.ts';
import type { Schema } from './schema.ts';

/** Adds what is new and renames what is known, which then is of `origin`; nothing is removed. */
export async function writeOrganisation(
	trx: Transaction<Schema>,
	{ agencies, teams, agents, memberships }: Organisation,
	origin: Origin
): Promise<void> {
	for (const agency of agencies) await writeAgency(trx, agency, origin);
	for (const { region, ...team } of teams)
		await trx
			.insertInto('team')
			.values({ ...team, region, origin })
			.onConflict((conflict) => conflict.column('id').doUpdateSet({ ...team, region, origin }))
			.execute();
	for (const { id, ...names } of agents)
		await trx
			.insertInto('agent')
			.values({ id, ...names, origin })
			.onConflict((conflict) => conflict.column('id').doUpdateSet({ ...names, origin }))
			.execute();
	for (const membership of memberships)
		await trx
			.insertInto('membership')
			.values(membership)
			.onConflict((conflict) =>
				conflict.columns(['agentId', 'teamId', 'fromOn']).doUpdateSet({ toOn: membership.toOn })
			)
			.execute();
}

export async function writeAgency(trx: Transaction<Schema>, agency: Agency, origin: Origin): Promise<void> {
	const { id, inHouse, ...names } = agency;
	const row = { ...names, inHouse: inHouse ? 1 : 0, origin };
	await trx
		.insertInto('agency')
		.values({ id, ...row })
		.onConflict((conflict) => conflict.column('id').doUpdateSet(row))
		.execute();
}

export async function readTeamRegions({ db }: Pick<Store, 'db'>) {
	return db.selectFrom('team').select(['id', 'region']).orderBy('id').execute();
}

/** Everything there is, ordered by id; a few thousand rows at most. */
export async function readOrganisation({ db }: Pick<Store, 'db'>): Promise<Organisation> {
	const [agencies, teams, agents, memberships] = await Promise.all([
		db.selectFrom('agency').selectAll().orderBy('id').execute(),
		db.selectFrom('team').selectAll().orderBy('id').execute(),
		db.selectFrom('agent').selectAll().orderBy('id').execute(),
		db.selectFrom('membership').selectAll().orderBy('agentId').orderBy('fromOn').execute()
	]);
	return {
		agencies: agencies.map(({ id, name, nameZh, inHouse }): Agency => ({
			id,
			name,
			nameZh,
			inHouse: inHouse === 1
		})),
		teams: teams.map(({ id, agencyId, name, nameZh, region }): Team => ({
			id,
			agencyId,
			name,
			nameZh,
			region
		})),
		agents: agents.map(({ id, name, nameZh }): Agent => ({ id, name, nameZh })),
		memberships: memberships.map(({ agentId, teamId, fromOn, toOn }): Membership => ({
			agentId,
			teamId,
			fromOn,
			toOn
		}))
	};
}
