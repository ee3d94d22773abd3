import type { AuditAction, AuditEntry, AuditObject, AuditValue } from '#core/domain/audit.ts';
import type { Period } from '#core/domain/period.ts';
import type { Store } from './connect.ts';

export interface AuditRow extends AuditEntry {
	readonly seq: number;
	/** Instant, UTC. */
	readonly at: string;
	readonly actorId: string;
	readonly actorName: string;
	readonly details: Readonly<Record<string, AuditValue>>;
}

export async function appendAudit(
	{ db }: Pick<Store, 'db'>,
	{ at, actor, entry }: { at: string; actor: { id: string; name: string }; entry: AuditEntry }
): Promise<void> {
	await db
		.insertInto('audit')
		.values({
			at,
			actorId: actor.id,
			actorName: actor.name,
			action: entry.action,
			objectKind: entry.kind,
			objectId: entry.id,
			details: JSON.stringify(entry.details ?? {})
		})
		.execute();
}

export interface AuditFilter {
	readonly actorId: string | null;
	readonly action: AuditAction | null;
	readonly kind: AuditObject | null;
	readonly objectId: string | null;
	/** Instants; the end is not included. */
	readonly between: Period | null;
}

/** Newest first; those before `before`, where it is given. */
export async function listAudit(
	{ db }: Pick<Store, 'db'>,
	{ actorId, action, kind, objectId, between }: AuditFilter,
	{ before, limit }: { before: number | null; limit: number }
): Promise<readonly AuditRow[]> {
	const rows = await db
		.selectFrom('audit')
		.selectAll()
		.$if(actorId !== null, (query) => query.where('actorId', '=', actorId))
		.$if(action !== null, (query) => query.where('action', '=', action))
		.$if(kind !== null, (query) => query.where('objectKind', '=', kind))
		.$if(objectId !== null, (query) => query.where('objectId', '=', objectId))
		.$if(between !== null, (query) =>
			query.where('at', '>=', between?.from ?? '').where('at', '<', between?.to ?? '')
		)
		.$if(before !== null, (query) => query.where('id', '<', before))
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
	return rows.map(({ id, objectKind, objectId: object, details, ...row }) => ({
		...row,
		seq: id,
		kind: objectKind,
		id: object,
		details: JSON.parse(details) as AuditRow['details']
	}));
}

/** Everybody who did something that is written down, by the name of the last time. */
export async function listAuditActors({
	db
}: Pick<Store, 'db'>): Promise<readonly { readonly id: string; readonly name: string }[]> {
	const newest = db
		.selectFrom('audit')
		.select(({ fn }) => fn.max('id').as('id'))
		.groupBy('actorId');
	const rows = await db
		.selectFrom('audit')
		.select(['actorId', 'actorName'])
		.where('id', 'in', newest)
		.orderBy('actorName')
		.execute();
	return rows.map(({ actorId, actorName }) => ({ id: actorId, name: actorName }));
}
