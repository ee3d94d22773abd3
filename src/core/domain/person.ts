import { roles, type Actor, type Role, type Scope } from './actor.ts';

/** Somebody who works with Earshot. Until there is a sign-in everybody may choose who he is. */
export interface Person {
	readonly id: string;
	readonly name: string;
	readonly nameZh: string | null;
	readonly role: Role;
	/** Null: the whole organisation. */
	readonly scope: Scope | null;
	readonly email: string | null;
	readonly isActive: boolean;
}

export function isRole(text: string): text is Role {
	return roles.some((role) => role === text);
}

export function actorOf({ id, name, role, scope }: Person): Actor {
	return { id, name, role, scope };
}
