import type { Insertable, Selectable, Transaction } from 'kysely';
import type { RowIssue } from '#core/domain/import.ts';
import { borrowerIdsOf } from './borrowers.ts';
import { appendRange } from './change-sequence.ts';
import type { WriteCounts } from './feedback-write.ts';
import { insertMany } from './insert-many.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import type { ContactTable, Schema } from './schema.ts';

/** A contact that is placed in time and in the organisation. */
export interface PlacedContact extends Omit<Insertable<ContactTable>, 'borrowerId' | 'importId' | 'origin'> {
	/** Keyed pseudonym (hex), or null. */
	readonly borrower: string | null;
	readonly callId: string | null;
	/** Of the file. */
	readonly line: number;
	/** The row names the team itself; else it is the agent's team of that day, which the organisation may change. */
	readonly hasStatedTeam: boolean;
}
export interface ContactCounts extends WriteCounts {
	/** Rows whose call is known with other content, in the batch or in the store. */
	readonly issues: readonly RowIssue[];
}

const perStatement = 500;

/** What a row says of its call; the agency follows from the team, day and minute from the instant. */
export interface SaidOfCall extends Pick<
	Stored,
	'at' | 'agentId' | 'channel' | 'outcome' | 'duration' | 'stage' | 'product' | 'teamId'
> {
	/** Whatever tells accounts apart. */
	readonly account: number | string | null;
}

/** The columns in which two rows of one call must agree. */
const columnOf = {
	at: 'at',
	account: 'account',
	agentId: 'agent_id',
	channel: 'channel',
	outcome: 'outcome',
	duration: 'duration',
	stage: 'stage',
	product: 'product'
} as const;

/**
 * Stores a batch. A log tells what happened, once: the first row of an identity stands, one that says the same is
 * unchanged, and one that says something else is an issue. Call inside
 * {@link import('./change-sequence.ts').inWrite}.
 */
export async function writeContacts(
	trx: Transaction<Schema>,
	batch: readonly PlacedContact[],
	importId: number,
	origin: Origin = 'imported'
): Promise<ContactCounts> {
	const borrowers = await borrowerIdsOf(
		trx,
		batch.flatMap(({ borrower }) => borrower ?? [])
	);
	const rowOf = (contact: PlacedContact) => ({ ...toRow(contact, borrowers, importId), origin });
	const firsts = new Map<string, PlacedContact>();
	for (const contact of batch) if (!firsts.has(contact.identity)) firsts.set(contact.identity, contact);
	const newest = await newestId(trx);
	const stored = await insertMany(trx, 'contact', [...firsts.values()].map(rowOf));
	if (stored > 0) await appendRange(trx, 'contact', newest + 1, await newestId(trx));
	if (stored === batch.length) return { stored, updated: 0, unchanged: 0, issues: [] };
	const known = stored === firsts.size ? [] : await knownBefore(trx, [...firsts.keys()], newest);
	const byIdentity = new Map<string, SaidOfCall>(
		known.map((row) => [row.identity, { ...row, account: row.borrowerId }])
	);
	const issues = batch.flatMap((contact) => {
		const account = contact.borrower === null ? null : (borrowers.get(contact.borrower) ?? null);
		const said = saidBy(contact, account);
		const before = byIdentity.get(contact.identity);
		if (!before) byIdentity.set(contact.identity, said);
		return (before && contradiction(before, said, contact)) ?? [];
	});
	await noteSeen(trx, known, importId);
	return { stored, updated: 0, unchanged: batch.length - stored - issues.length, issues };
}

type Stored = Selectable<ContactTable>;

async function newestId(trx: Transaction<Schema>): Promise<number> {
	const row = await trx
		.selectFrom('contact')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	return Number(row?.id ?? 0);
}

function toRow(
	{ borrower, line: _line, hasStatedTeam: _stated, ...contact }: PlacedContact,
	borrowers: ReadonlyMap<string, number>,
	importId: number
) {
	const borrowerId = borrower === null ? null : (borrowers.get(borrower) ?? null);
	return { ...contact, borrowerId, importId };
}

/** With the account as the caller tells it. */
export function saidBy(contact: PlacedContact, account: SaidOfCall['account']): SaidOfCall {
	const { at, agentId = null, channel, outcome, duration = null, stage = null, product = null } = contact;
	return { at, account, agentId, channel, outcome, duration, stage, product, teamId: contact.teamId };
}

/** The issue of a row that does not say of its call what is known of it; the agent's team of the day may have changed. */
export function contradiction(
	before: SaidOfCall,
	said: SaidOfCall,
	{ line, hasStatedTeam }: Pick<PlacedContact, 'line' | 'hasStatedTeam'>
): RowIssue | undefined {
	const names = Object.keys(columnOf) as (keyof typeof columnOf)[];
	const columns: string[] = names.filter((name) => before[name] !== said[name]).map((name) => columnOf[name]);
	if (hasStatedTeam && before.teamId !== said.teamId) columns.push('team_id');
	if (columns.length === 0) return undefined;
	const message = `This call is known with other content (${columns.join(', ')}), and the first row of it stands: correct the row, or roll back the import that brought it.`;
	return { line, column: 'call_id', code: 'conflict', message, value: null };
}

/** Ids grow with each row, and a write is alone: what is above was written by this batch. */
async function knownBefore(
	trx: Transaction<Schema>,
	identities: readonly string[],
	newest: number
): Promise<readonly Stored[]> {
	const found: Stored[] = [];
	for (let at = 0; at < identities.length; at += perStatement)
		found.push(
			...(await trx
				.selectFrom('contact')
				.selectAll()
				.where('identity', 'in', identities.slice(at, at + perStatement))
				.where('id', '<=', newest)
				.execute())
		);
	return found;
}

/** They stay when the import that brought them is rolled back. */
async function noteSeen(trx: Transaction<Schema>, known: readonly Stored[], importId: number): Promise<void> {
	const rows = known.filter((contact) => contact.importId !== importId);
	await insertMany(
		trx,
		'contactSeen',
		rows.map(({ id }) => ({ contactId: id, importId }))
	);
}
