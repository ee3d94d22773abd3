import type { Deps } from '#server/app/deps.ts';
import { listAudit, type AuditRow } from '#server/storage/audit.ts';

/** All that is written down, newest first. */
export async function everyAudit({ store }: Pick<Deps, 'store'>): Promise<readonly AuditRow[]> {
	const all = { actorId: null, action: null, kind: null, objectId: null, between: null };
	return listAudit(store, all, { before: null, limit: 10_000 });
}
