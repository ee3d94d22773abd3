import type { Insertable, Selectable, Transaction } from 'kysely';
import type { RowIssue } from '#core/domain/import.ts';
import { borrowerIdsOf } from './borrowers.ts';
import type { WriteCounts } from './feedback-write.ts';
import { insertMany } from './insert-many.ts';
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

/** What two rows of one call must agree in. The agency follows from the team, day and minute from the instant. */
const said = {
	at: 'at',
	borrowerId: 'account',
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
	importId: number
): Promise<ContactCounts> {
	const borrowers = await borrowerIdsOf(
		trx,
		batch.flatMap(({ borrower }) => borrower ?? [])
	);
	const rowOf = (contact: PlacedContact) => toRow(contact, borrowers, importId);
	const firsts = new Map<string, PlacedContact>();
	for (const contact of batch) if (!firsts.has(contact.identity)) firsts.set(contact.identity, contact);
	const newest = await trx
		.selectFrom('contact')
		.select(({ fn }) => fn.max('id').as('id'))
		.executeTakeFirst();
	const stored = await insertMany(trx, 'contact', [...firsts.values()].map(rowOf));
	if (stored === batch.length) return { stored, updated: 0, unchanged: 0, issues: [] };
	const known =
		stored === firsts.size ? [] : await knownBefore(trx, [...firsts.keys()], Number(newest?.id ?? 0));
	const byIdentity = new Map<string, Omit<Stored, 'id'>>(known.map((row) => [row.identity, row]));
	const issues = batch.flatMap((contact) => {
		const before = byIdentity.get(contact.identity);
		if (!before) byIdentity.set(contact.identity, asStored(rowOf(contact)));
		const differing = before ? differences(before, rowOf(contact), contact.hasStatedTeam) : [];
		return differing.length > 0 ? [otherContent(contact.line, differing)] : [];
	});
	await noteSeen(trx, known, importId);
	return { stored, updated: 0, unchanged: batch.length - stored - issues.length, issues };
}

type Stored = Selectable<ContactTable>;

function toRow(
	{ borrower, line: _line, hasStatedTeam: _stated, ...contact }: PlacedContact,
	borrowers: ReadonlyMap<string, number>,
	importId: number
) {
	const borrowerId = borrower === null ? null : (borrowers.get(borrower) ?? null);
	return { ...contact, borrowerId, origin: 'imported' as const, importId };
}

function asStored(row: ReturnType<typeof toRow>): Omit<Stored, 'id'> {
	return { stage: null, product: null, duration: null, agentId: null, ...row };
}

/** Ids grow with each row, and a write is alone: what is above was written by this batch. */
async function knownBefore(
	trx: Transaction<Schema>,
	identities: readonly string[],
	newestId: number
): Promise<readonly Stored[]> {
	const found: Stored[] = [];
	for (let at = 0; at < identities.length; at += perStatement)
		found.push(
			...(await trx
				.selectFrom('contact')
				.selectAll()
				.where('identity', 'in', identities.slice(at, at + perStatement))
				.where('id', '<=', newestId)
				.execute())
		);
	return found;
}

function differences(
	before: Omit<Stored, 'id'>,
	row: ReturnType<typeof toRow>,
	hasStatedTeam: boolean
): readonly string[] {
	const names = Object.keys(said) as (keyof typeof said)[];
	const columns = names.filter((name) => before[name] !== (row[name] ?? null)).map((name) => said[name]);
	return hasStatedTeam && before.teamId !== row.teamId ? [...columns, 'team_id'] : columns;
}

function otherContent(line: number, columns: readonly string[]): RowIssue {
	const message = `This call is known with other content (${columns.join(', ')}), and the first row of it stands: correct the row, or roll back the import that brought it.`;
	return { line, column: 'call_id', code: 'conflict', message, value: null };
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
