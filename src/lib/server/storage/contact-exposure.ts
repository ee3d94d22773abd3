import { sql, type Transaction } from 'kysely';
import { connectedOutcomes } from '#core/domain/contact.ts';
import type { Channel, Stage } from '#core/domain/vocabulary.ts';
import { writeExposure } from './exposure-write.ts';
import type { Schema } from './schema.ts';

/** As many as {@link writeExposure} takes at a time. */
const perWrite = 2000;

/**
 * Derives the exposure of one day from the contacts of the log. Where the log covers a team on a day, its contacts are the
 * exposure of that team and day: rows with other keys are set to 0, and what a file said is kept as a version, so that rolling the
 * log back brings it again. An account counts in the row of its first contact that day, so that sums over rows are accounts; it
 * is an account contacted, since a log knows of no others. Stage and product that the log does not state are ''. Idempotent.
 * Call inside a write.
 */
export async function deriveExposure(trx: Transaction<Schema>, day: string, at: string): Promise<void> {
	const groups = await groupsOf(trx, day);
	const byTeam = Map.groupBy(groups, ({ teamId }) => teamId);
	for (const [teamId, rows] of byTeam) {
		// Written as by the newest log that knows the team that day: rolling that one back restores what was before.
		const importId = Math.max(...rows.map((row) => row.importId));
		const derived = rows.map(({ importId: _by, ...row }) => row);
		const others = await otherRows(trx, day, teamId, derived);
		const all = [...derived, ...others];
		for (let from = 0; from < all.length; from += perWrite)
			await writeExposure(trx, all.slice(from, from + perWrite), {
				importId,
				origin: 'imported',
				recordedAt: at
			});
	}
}

async function groupsOf(trx: Transaction<Schema>, day: string) {
	const contacts = trx
		.selectFrom('contact')
		.selectAll()
		.select(
			sql<number>`row_number() over (partition by borrower_id order by at, identity)`.as('nthOfBorrower')
		)
		.where('day', '=', day)
		.where('origin', '=', 'imported');
	const rows = await trx
		.selectFrom(contacts.as('contact'))
		.select(({ fn, ref }) => [
			'agencyId',
			'teamId',
			fn.coalesce(ref('agentId'), sql<string>`''`).as('agent'),
			'channel',
			fn.coalesce(ref('stage'), sql<string>`''`).as('stageOrNone'),
			fn.coalesce(ref('product'), sql<string>`''`).as('productOrNone'),
			fn.countAll<number>().as('contacts'),
			sql<number>`sum(case when ${ref('outcome')} in (${sql.join(connectedOutcomes)}) then 1 else 0 end)`.as(
				'connected'
			),
			sql<number>`sum(case when ${ref('borrowerId')} is not null and ${ref('nthOfBorrower')} = 1 then 1 else 0 end)`.as(
				'accounts'
			),
			fn.max('importId').as('importId')
		])
		.groupBy(['agencyId', 'teamId', 'agent', 'channel', 'stageOrNone', 'productOrNone'])
		.execute();
	return rows.map(({ agent, stageOrNone, productOrNone, ...row }) => ({
		day,
		agencyId: row.agencyId,
		teamId: row.teamId,
		agentId: agent === '' ? null : agent,
		channel: row.channel as Channel,
		stage: stageOrNone as Stage,
		product: productOrNone,
		contacts: Number(row.contacts),
		connected: Number(row.connected),
		accounts: Number(row.accounts),
		importId: Number(row.importId)
	}));
}

type Derived = Omit<Awaited<ReturnType<typeof groupsOf>>[number], 'importId'>;

/** Rows of the team's day that no contact speaks for, as nothing. */
async function otherRows(
	trx: Transaction<Schema>,
	day: string,
	teamId: string,
	derived: readonly Derived[]
): Promise<readonly Derived[]> {
	const keyOf = (row: Pick<Derived, 'channel' | 'stage' | 'product'> & { agentId: string | null }) =>
		[row.agentId ?? '', row.channel, row.stage, row.product].join('\t');
	const own = new Set(derived.map(keyOf));
	const rows = await trx
		.selectFrom('exposure')
		.selectAll()
		.where('day', '=', day)
		.where('teamId', '=', teamId)
		.where('origin', '=', 'imported')
		.execute();
	return rows
		.map((row) => ({
			day,
			agencyId: row.agencyId,
			teamId,
			agentId: row.agentId === '' ? null : row.agentId,
			channel: row.channel as Channel,
			stage: row.stage as Stage,
			product: row.product,
			contacts: 0,
			connected: 0,
			accounts: 0
		}))
		.filter((row) => !own.has(keyOf(row)));
}

/** Days on which an import has brought contacts. */
export async function contactDaysOf(
	{ db }: { readonly db: Pick<Transaction<Schema>, 'selectFrom'> },
	importId: number
): Promise<readonly string[]> {
	const rows = await db
		.selectFrom('contact')
		.select('day')
		.distinct()
		.where('importId', '=', importId)
		.orderBy('day')
		.execute();
	return rows.map(({ day }) => day);
}

/** Those of the days on which the log has contacts. */
export async function daysWithContacts(
	trx: Transaction<Schema>,
	days: readonly string[]
): Promise<readonly string[]> {
	if (days.length === 0) return [];
	const rows = await trx.selectFrom('contact').select('day').distinct().where('day', 'in', days).execute();
	return rows.map(({ day }) => day);
}
