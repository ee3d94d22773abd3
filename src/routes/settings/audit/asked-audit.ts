import { auditActions, auditObjects } from '#core/domain/audit.ts';
import { addDays, isDay } from '#core/domain/period.ts';
import type { AuditInput } from '#server/app/audit.ts';

/** Tolerant: what cannot be read is as if it had not been given. `to` is the last day included. */
export function askedAudit(search: URLSearchParams): AuditInput {
	const day = (name: string) => {
		const text = search.get(name) ?? '';
		return isDay(text) && text >= '1900' && text < '2200' ? text : null;
	};
	const [from, to] = [day('from'), day('to')];
	const text = (name: string) => search.get(name)?.trim().slice(0, 200) || null;
	return {
		actorId: text('who'),
		action: auditActions.find((one) => one === search.get('action')) ?? null,
		kind: auditObjects.find((one) => one === search.get('object')) ?? null,
		objectId: text('id'),
		period: from || to ? { from: from ?? '1900-01-01', to: to ? addDays(to, 1) : '2200-01-01' } : null
	};
}
