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

export const permissions = ['read', 'import', 'administer'] as const;
export type Permission = (typeof permissions)[number];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
	administrator: ['read', 'import', 'administer'],
	compliance: ['read', 'import'],
	manager: ['read'],
	reporter: ['read']
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
