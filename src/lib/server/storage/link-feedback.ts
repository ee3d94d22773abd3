import type { Selectable, Transaction } from 'kysely';
import { addDays } from '#core/domain/period.ts';
import type { Attribution } from '#core/domain/vocabulary.ts';
import { appendChange } from './change-sequence.ts';
import type { ContactTable, FeedbackTable, Schema } from './schema.ts';

type Feedback = Pick<
	Selectable<FeedbackTable>,
	| 'id'
	| 'callId'
	| 'borrowerId'
	| 'receivedOn'
	| 'eventOn'
	| 'eventAt'
	| 'origin'
	| 'stated'
	| 'attribution'
	| 'agencyId'
	| 'teamId'
	| 'agentId'
>;
type Contact = Selectable<ContactTable>;
/** Who a feedback is about. */
type Subject = Pick<Feedback, 'attribution' | 'agencyId' | 'teamId' | 'agentId'>;
type LinkReason = 'call_id' | 'last_contact' | 'same_call';

const perStatement = 1000;
/** A call id on more feedback than this is a filler such as “n/a”: nothing is linked by it. */
const mostOnOneCall = 20;
const columns = [
	'id',
	'callId',
	'borrowerId',
	'receivedOn',
	'eventOn',
	'eventAt',
	'origin',
	'stated',
	'attribution',
	'agencyId',
	'teamId',
	'agentId'
] as const;

/**
 * Links feedback to the contact log and to other feedback on the same call, and says who it is about: what the source
 * states of an agent stands; else the contact with its call id; else the last contact with its account in the `window` (days)
 * before it happened; else the team the source states. A contact of another agency or team than stated is passed over; one
 * without agent makes known the team only. What the source had stated is kept, so that the result depends on what is stored and
 * not on what came first. Idempotent. Call inside a write.
 */
export async function linkFeedback(
	trx: Transaction<Schema>,
	ids: readonly number[],
	window: number
): Promise<void> {
	const changed: number[] = [];
	for (let at = 0; at < ids.length; at += perStatement) {
		const rows = await trx
			.selectFrom('feedback')
			.select(columns)
			.where('id', 'in', ids.slice(at, at + perStatement))
			.execute();
		changed.push(...(await linkRows(trx, rows, window)));
	}
	await appendChange(trx, 'feedback', changed);
}

async function linkRows(
	trx: Transaction<Schema>,
	rows: readonly Feedback[],
	window: number
): Promise<readonly number[]> {
	if (rows.length === 0) return [];
	const hasLog = await trx.selectFrom('contact').select('id').limit(1).executeTakeFirst();
	const byCall = hasLog ? await contactsByCall(trx, rows) : new Map<string, Contact>();
	const links: { feedbackId: number; kind: 'contact' | 'feedback'; targetId: number; reason: LinkReason }[] =
		[];
	const changed: number[] = [];
	for (const row of rows) {
		const stated = row.stated === null ? subjectOf(row) : (JSON.parse(row.stated) as Subject);
		const called = row.callId === null ? undefined : byCall.get(row.callId);
		const known = called && fits(called, row, stated) ? called : undefined;
		const contact = known ?? (hasLog ? await lastContact(trx, row, stated, window) : undefined);
		const reason = known ? 'call_id' : 'last_contact';
		if (contact) links.push({ feedbackId: row.id, kind: 'contact', targetId: contact.id, reason });
		if (await setSubject(trx, row, stated, contact ? concluded(stated, contact, reason) : stated))
			changed.push(row.id);
	}
	await replaceLinks(trx, rows, links);
	return changed;
}

function subjectOf({ attribution, agencyId, teamId, agentId }: Subject): Subject {
	return { attribution, agencyId, teamId, agentId };
}

/** A stated agent, or a stated rung above the team, stands. */
function concluded(stated: Subject, contact: Contact, reason: 'call_id' | 'last_contact'): Subject {
	if (stated.agentId !== null || (stated.attribution !== 'none' && stated.attribution !== 'team'))
		return stated;
	const { agencyId, teamId, agentId } = contact;
	const attribution: Attribution = agentId === null ? 'team' : reason;
	return { attribution, agencyId, teamId, agentId };
}

function fits(contact: Contact, { origin }: Feedback, stated: Subject): boolean {
	return (
		contact.origin === origin &&
		(stated.agencyId === null || stated.agencyId === contact.agencyId) &&
		(stated.teamId === null || stated.teamId === contact.teamId) &&
		(stated.agentId === null || stated.agentId === contact.agentId)
	);
}

async function contactsByCall(
	trx: Transaction<Schema>,
	rows: readonly Feedback[]
): Promise<ReadonlyMap<string, Contact>> {
	const callIds = [...new Set(rows.flatMap(({ callId }) => callId ?? []))];
	if (callIds.length === 0) return new Map();
	const found = await trx.selectFrom('contact').selectAll().where('callId', 'in', callIds).execute();
	return new Map(found.map((contact) => [contact.callId as string, contact]));
}

async function lastContact(
	trx: Transaction<Schema>,
	row: Feedback,
	stated: Subject,
	window: number
): Promise<Contact | undefined> {
	const day = row.eventOn ?? row.receivedOn;
	const { borrowerId, eventAt } = row;
	if (borrowerId === null || (day === null && eventAt === null)) return undefined;
	const query = trx.selectFrom('contact').selectAll().where('borrowerId', '=', borrowerId);
	const within = eventAt
		? query.where('at', '<=', eventAt).where('at', '>=', daysBefore(eventAt, window))
		: query.where('day', '<=', day as string).where('day', '>=', addDays(day as string, -window));
	const { agencyId, teamId, agentId } = stated;
	return within
		.where('origin', '=', row.origin)
		.$if(agencyId !== null, (each) => each.where('agencyId', '=', agencyId as string))
		.$if(teamId !== null, (each) => each.where('teamId', '=', teamId as string))
		.$if(agentId !== null, (each) => each.where('agentId', '=', agentId as string))
		.orderBy('at', 'desc')
		.orderBy('identity', 'desc')
		.limit(1)
		.executeTakeFirst();
}

function daysBefore(instant: string, days: number): string {
	return new Date(Date.parse(instant) - days * 86_400_000).toISOString();
}

/** Whether anything had to change. */
async function setSubject(
	trx: Transaction<Schema>,
	row: Feedback,
	stated: Subject,
	subject: Subject
): Promise<boolean> {
	const isStated = JSON.stringify(subjectOf(stated)) === JSON.stringify(subject);
	const isSame = JSON.stringify(subjectOf(row)) === JSON.stringify(subject);
	const kept = isStated ? null : JSON.stringify(subjectOf(stated));
	if (isSame && kept === row.stated) return false;
	await trx
		.updateTable('feedback')
		.set({ ...subject, stated: kept })
		.where('id', '=', row.id)
		.execute();
	return true;
}

async function replaceLinks(
	trx: Transaction<Schema>,
	rows: readonly Feedback[],
	links: { feedbackId: number; kind: 'contact' | 'feedback'; targetId: number; reason: LinkReason }[]
): Promise<void> {
	const ids = rows.map(({ id }) => id);
	await trx.deleteFrom('feedbackLink').where('kind', '=', 'contact').where('feedbackId', 'in', ids).execute();
	const all = [...links, ...(await linksOnCalls(trx, rows))];
	for (let at = 0; at < all.length; at += perStatement)
		await trx
			.insertInto('feedbackLink')
			.values(all.slice(at, at + perStatement))
			.onConflict((conflict) => conflict.doNothing())
			.execute();
}

/** Feedback on one call, each linked to each other; what was linked to these rows before is taken away. */
async function linksOnCalls(trx: Transaction<Schema>, rows: readonly Feedback[]) {
	const ids = rows.map(({ id }) => id);
	const callIds = [...new Set(rows.flatMap(({ callId }) => callId ?? []))];
	const found =
		callIds.length === 0
			? []
			: await trx
					.selectFrom('feedback')
					.select(['id', 'callId', 'origin'])
					.where('callId', 'in', callIds)
					.execute();
	const touched = [...new Set([...ids, ...found.map(({ id }) => id)])];
	for (let at = 0; at < touched.length; at += perStatement) {
		const part = touched.slice(at, at + perStatement);
		await trx
			.deleteFrom('feedbackLink')
			.where('kind', '=', 'feedback')
			.where('feedbackId', 'in', part)
			.execute();
		await trx
			.deleteFrom('feedbackLink')
			.where('kind', '=', 'feedback')
			.where('targetId', 'in', part)
			.execute();
	}
	const calls = Map.groupBy(found, ({ callId, origin }) => `${origin}\t${callId}`);
	return [...calls.values()].flatMap((call) =>
		call.length > mostOnOneCall
			? []
			: call.flatMap(({ id }) =>
					call
						.filter((other) => other.id !== id)
						.map((other) => ({
							feedbackId: id,
							kind: 'feedback' as const,
							targetId: other.id,
							reason: 'same_call' as const
						}))
				)
	);
}
