import type { Actor } from '#core/domain/actor.ts';
import type { AuditAction, AuditObject } from '#core/domain/audit.ts';
import type { Period } from '#core/domain/period.ts';
import { createClock } from '#core/ingest/clock-times.ts';
import { writeCsv } from '#core/reports/write-csv.ts';
import { listAudit, listAuditActors, type AuditFilter, type AuditRow } from '../storage/audit.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

export interface AuditInput {
	readonly actorId: string | null;
	readonly action: AuditAction | null;
	readonly kind: AuditObject | null;
	readonly objectId: string | null;
	/** Days of the tenant. */
	readonly period: Period | null;
}

const csvPage = 1000;
const header = ['at_utc', 'actor', 'actor_name', 'action', 'object', 'object_id', 'details'];

/** Who did what, newest first, those before `before`. Administrators and compliance may look. */
export const audit = verb(
	'approve',
	async (
		{ store, timeZone }: Deps,
		_actor: Actor,
		{ before, limit, ...input }: AuditInput & { before: number | null; limit: number }
	) => {
		const rows = await listAudit(store, filterOf(input, timeZone), { before, limit: limit + 1 });
		const shown = rows.slice(0, limit);
		return {
			rows: shown,
			next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null,
			actors: await listAuditActors(store),
			timeZone
		};
	}
);

/** The same as CSV (UTF-8 with BOM) in chunks as it is read. */
export const auditCsv = verb(
	'approve',
	async ({ store, timeZone }: Deps, _actor: Actor, input: AuditInput): Promise<AsyncIterable<string>> =>
		chunks(store, filterOf(input, timeZone)),
	() => ({ action: 'export', kind: 'audit', id: '' })
);

async function* chunks(store: Deps['store'], filter: AuditFilter): AsyncGenerator<string> {
	yield writeCsv([header], { bom: true });
	for (let before: number | null = null; ;) {
		const rows: readonly AuditRow[] = await listAudit(store, filter, { before, limit: csvPage });
		if (rows.length > 0)
			yield writeCsv(
				rows.map((row) => [
					row.at,
					row.actorId,
					row.actorName,
					row.action,
					row.kind,
					row.id,
					JSON.stringify(row.details)
				]),
				{ bom: false }
			);
		before = rows.at(-1)?.seq ?? null;
		if (before === null || rows.length < csvPage) return;
	}
}

/** Days become instants: they begin at midnight where the tenant is. */
function filterOf({ period, ...rest }: AuditInput, timeZone: string): AuditFilter {
	const clock = createClock(timeZone);
	const startOf = (day: string) => clock(`${day}T00:00:00`).at;
	return { ...rest, between: period && { from: startOf(period.from), to: startOf(period.to) } };
}
