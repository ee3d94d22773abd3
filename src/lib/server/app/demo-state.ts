import type { Actor } from '#core/domain/actor.ts';
import { inWrite, appendChange } from '../storage/change-sequence.ts';
import type { Store } from '../storage/connect.ts';
import { getSetting, putSetting } from '../storage/settings.ts';
import { deleteSimulatedSignals } from '../storage/signals.ts';
import type { Deps } from './deps.ts';
import { forgetDemoRules } from './rule-choice.ts';
import { verb } from './verb.ts';

/**
 * Should a start load the demo? Yes when nothing was ever imported and nobody chose to start empty; a demo whose
 * loading was broken off counts as nothing.
 */
export async function wantsDemo({ db }: Pick<Store, 'db'>): Promise<boolean> {
	const [other, agency, demo] = await Promise.all([
		db
			.selectFrom('import')
			.select('id')
			.where(({ not, and, eb }) => not(and([eb('origin', '=', 'simulated'), eb('status', '<>', 'done')])))
			.limit(1)
			.executeTakeFirst(),
		db.selectFrom('agency').select('id').where('origin', '=', 'imported').limit(1).executeTakeFirst(),
		getSetting({ db }, 'demo')
	]);
	return !other && !agency && demo !== 'removed';
}

/**
 * “Start empty”: removes every simulated row, and the demo does not come back by itself. Simulated teams and agents
 * that imported feedback refers to stay.
 */
export const removeDemo = verb(
	'administer',
	async ({ store, log }: Deps, _actor: Actor, _input: void) => {
		const removed = await inWrite(store, async (trx) => {
			await putSetting({ db: trx }, 'demo', 'removed');
			return deleteSimulated(trx);
		});
		log.info({ removed }, 'demo removed');
		return removed;
	},
	(_input, removed) => ({ action: 'remove', kind: 'demo', id: '', details: { feedback: removed } })
);

/** Returns how many feedback were deleted. */
export async function deleteSimulated(trx: Transaction): Promise<number> {
	await deleteSimulatedSignals(trx);
	const ids = await trx.selectFrom('feedback').select('id').where('origin', '=', 'simulated').execute();
	const exposure = await trx.selectFrom('exposure').select('id').where('origin', '=', 'simulated').execute();
	const simulated = trx.selectFrom('feedback').select('id').where('origin', '=', 'simulated');
	const contacts = trx.selectFrom('contact').select('id').where('origin', '=', 'simulated');
	await trx.deleteFrom('feedbackLink').where('feedbackId', 'in', simulated).execute();
	await trx.deleteFrom('contactSeen').where('contactId', 'in', contacts).execute();
	await trx.deleteFrom('contact').where('origin', '=', 'simulated').execute();
	await forgetDemoRules({ db: trx });
	await trx.deleteFrom('tag').where('feedbackId', 'in', simulated).execute();
	await trx.deleteFrom('templateBand').where('feedbackId', 'in', simulated).execute();
	await trx
		.updateTable('feedback')
		.set((eb) => ({ templateId: eb.ref('id') }))
		.where('origin', '!=', 'simulated')
		.where('templateId', 'in', simulated)
		.execute();
	await trx.deleteFrom('feedback').where('origin', '=', 'simulated').execute();
	await trx.deleteFrom('exposure').where('origin', '=', 'simulated').execute();
	await trx.deleteFrom('annotation').where('isSimulated', '=', 1).execute();
	const demoImports = trx.selectFrom('import').select('id').where('origin', '=', 'simulated');
	await trx.deleteFrom('importIssue').where('importId', 'in', demoImports).execute();
	await trx.deleteFrom('import').where('origin', '=', 'simulated').execute();
	await removeBorrowers(trx);
	await removeOrganisation(trx);
	await appendChange(
		trx,
		'feedback',
		ids.map(({ id }) => id)
	);
	await appendChange(
		trx,
		'exposure',
		exposure.map(({ id }) => id)
	);
	return ids.length;
}

type Transaction = Parameters<Parameters<typeof inWrite>[1]>[0];

/** Those of whom nothing is known any more. */
async function removeBorrowers(trx: Transaction): Promise<void> {
	await trx
		.deleteFrom('borrower')
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('feedback').select('feedback.id').whereRef('feedback.borrowerId', '=', 'borrower.id')
				)
			)
		)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(selectFrom('contact').select('contact.id').whereRef('contact.borrowerId', '=', 'borrower.id'))
			)
		)
		.execute();
}

/** Units first that nothing refers to any more: agents, then teams, then agencies. */
async function removeOrganisation(trx: Transaction): Promise<void> {
	const used = async (column: 'agentId' | 'teamId' | 'agencyId') => {
		const rows = [
			...(await trx.selectFrom('feedback').select(column).distinct().where(column, 'is not', null).execute()),
			...(await trx.selectFrom('exposure').select(column).distinct().execute()),
			...(await trx.selectFrom('contact').select(column).distinct().execute())
		];
		return new Set(rows.map((row) => (row as Record<string, string | null>)[column]));
	};
	const usedAgents = await used('agentId');
	const agents = await trx.selectFrom('agent').select('id').where('origin', '=', 'simulated').execute();
	for (const { id } of agents.filter((agent) => !usedAgents.has(agent.id))) {
		await trx.deleteFrom('membership').where('agentId', '=', id).execute();
		await trx.deleteFrom('agent').where('id', '=', id).execute();
	}
	const usedTeams = await used('teamId');
	const withMembers = new Set(
		(await trx.selectFrom('membership').select('teamId').distinct().execute()).map(({ teamId }) => teamId)
	);
	const teams = await trx.selectFrom('team').select('id').where('origin', '=', 'simulated').execute();
	for (const { id } of teams.filter((team) => !usedTeams.has(team.id) && !withMembers.has(team.id)))
		await trx.deleteFrom('team').where('id', '=', id).execute();
	const usedAgencies = await used('agencyId');
	const withTeams = new Set(
		(await trx.selectFrom('team').select('agencyId').distinct().execute()).map(({ agencyId }) => agencyId)
	);
	const agencies = await trx.selectFrom('agency').select('id').where('origin', '=', 'simulated').execute();
	for (const { id } of agencies.filter((agency) => !usedAgencies.has(agency.id) && !withTeams.has(agency.id)))
		await trx.deleteFrom('agency').where('id', '=', id).execute();
}
