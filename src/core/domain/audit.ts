export const auditActions = [
	'add',
	'change',
	'remove',
	'view',
	'export',
	'import',
	'roll_back',
	'review'
] as const;
export type AuditAction = (typeof auditActions)[number];

export const auditObjects = [
	'person',
	'feedback',
	'agent',
	'signal',
	'note',
	'tag',
	'annotation',
	'view',
	'import',
	'key',
	'report',
	'delivery',
	'demo',
	'audit',
	'other'
] as const;
export type AuditObject = (typeof auditObjects)[number];

/** What somebody did, as it is written down: no text of a borrower, no search words. */
export interface AuditEntry {
	readonly action: AuditAction;
	readonly kind: AuditObject;
	/** '' where it is about all of its kind. */
	readonly id: string;
	readonly details?: Readonly<Record<string, AuditValue>>;
}
export type AuditValue = string | number | boolean | null | readonly string[];
