/** Who asks. `scope` null: the whole organisation; otherwise only the listed agencies and teams. */
export interface Actor {
	readonly id: string;
	readonly name: string;
	readonly role: Role;
	readonly scope: Scope | null;
	/** Of a program with a key: it may do these things only, whatever its role allows. */
	readonly permissions?: readonly Permission[];
}
export interface Scope {
	readonly agencyIds: readonly string[];
	readonly teamIds: readonly string[];
}
export const roles = ['administrator', 'compliance', 'manager', 'reporter'] as const;
export type Role = (typeof roles)[number];

/**
 * `review`: judge a signal or a tag, write a note · `report`: prepare a month's report · `approve`: sign it, where
 * somebody else prepared it.
 */
export const permissions = ['read', 'import', 'review', 'report', 'approve', 'administer'] as const;
export type Permission = (typeof permissions)[number];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
	administrator: permissions,
	compliance: ['read', 'import', 'review', 'report', 'approve'],
	manager: ['read', 'review'],
	reporter: ['read', 'report']
};

export function isAllowed(actor: Actor, permission: Permission): boolean {
	const isKept = actor.permissions?.includes(permission) ?? true;
	return isKept && granted[actor.role].includes(permission);
}

/** Until sign-in exists everyone on this machine is this actor, and the server listens on the loopback only. */
export const localAdministrator: Actor = {
	id: 'local',
	name: 'Local administrator',
	role: 'administrator',
	scope: null
};
