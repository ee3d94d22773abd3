import { isAllowed, localAdministrator, permissions, type Actor, type Scope } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { actorOf, isRole, type Person } from '#core/domain/person.ts';
import { slugOf } from '#core/ingest/slug.ts';
import { inWrite } from '../storage/change-sequence.ts';
import type { Store } from '../storage/connect.ts';
import { readOrganisation } from '../storage/organisation.ts';
import { findPerson, insertPeople, listPeople, updatePerson } from '../storage/people.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

const longestName = 60;

/**
 * Who acts for a browser that has chosen `id`; without a choice, or with one that is active no more, the first active
 * administrator. Asked before anybody is known.
 */
export async function identifyPerson(
	{ store }: Pick<Deps, 'store'>,
	_actor: Actor,
	id: string | null
): Promise<Actor> {
	const chosen = id === null ? undefined : await findPerson(store, id);
	if (chosen?.isActive) return actorOf(chosen);
	const first = (await listPeople(store)).find(({ role, isActive }) => isActive && role === 'administrator');
	return first ? actorOf(first) : localAdministrator;
}

/** Who may be chosen, who is, and what he may do. */
export const choosablePeople = verb('read', async ({ store }: Deps, actor: Actor, _input: void) => ({
	current: actor.id,
	may: permissions.filter((permission) => isAllowed(actor, permission)),
	people: (await listPeople(store)).filter(({ isActive }) => isActive)
}));

/** Throws `not-found` for somebody who cannot be chosen. */
export const choosePerson = verb(
	'read',
	async ({ store }: Deps, _actor: Actor, id: string): Promise<Actor> => {
		const person = await findPerson(store, id);
		if (!person?.isActive)
			throw new EarshotError('not-found', 'There is no such active person. “earshot people” lists them.');
		return actorOf(person);
	}
);

/** Everybody, with the units a scope can be made of. */
export const people = verb('administer', async ({ store, timeZone }: Deps, _actor: Actor, _input: void) => {
	const { agencies, teams } = await readOrganisation(store);
	return { people: await listPeople(store), agencies, teams, timeZone };
});

export interface PersonInput {
	readonly name: string;
	readonly nameZh: string;
	readonly email: string;
	readonly role: string;
	/** Both empty: the whole organisation. */
	readonly agencyIds: readonly string[];
	readonly teamIds: readonly string[];
}

/** Throws `bad-input` for a name without letters, an unknown role or unit. */
export const addPerson = verb(
	'administer',
	async ({ store, now }: Deps, _actor: Actor, input: PersonInput): Promise<Person> =>
		inWrite(store, async (trx) => {
			const here = { ...store, db: trx };
			const wanted = await checked(here, input);
			const taken = new Set((await listPeople(here)).map(({ id }) => id));
			const person = { ...wanted, id: freeId(wanted.name, taken), isActive: true };
			await insertPeople(here, [person], now().toISOString());
			return person;
		}),
	(_input, person) => ({ action: 'add', kind: 'person', id: person.id, details: told(person) })
);

/**
 * Renames, gives another role or scope, deactivates and activates again. People are never deleted: what they did keeps
 * their name. Throws `bad-input` where no active administrator would be left.
 */
export const changePerson = verb(
	'administer',
	async (
		{ store }: Deps,
		_actor: Actor,
		{ id, isActive, ...input }: PersonInput & { readonly id: string; readonly isActive: boolean }
	): Promise<Person> =>
		inWrite(store, async (trx) => {
			const here = { ...store, db: trx };
			if (!(await findPerson(here, id)))
				throw new EarshotError('not-found', 'There is no such person to change.');
			const person = { ...(await checked(here, input)), id, isActive };
			const others = (await listPeople(here)).filter((other) => other.id !== id);
			if (![...others, person].some((one) => one.isActive && one.role === 'administrator' && !one.scope))
				throw new EarshotError(
					'bad-input',
					'One active administrator of the whole organisation must stay: make somebody else one first.'
				);
			await updatePerson(here, person);
			return person;
		}),
	(_input, person) => ({ action: 'change', kind: 'person', id: person.id, details: told(person) })
);

function told({ role, scope, isActive }: Person) {
	return {
		role,
		is_active: isActive,
		agencies: scope?.agencyIds ?? [],
		teams: scope?.teamIds ?? []
	};
}

async function checked(
	store: Store,
	{ name, nameZh, email, role, agencyIds, teamIds }: PersonInput
): Promise<Omit<Person, 'id' | 'isActive'>> {
	const wanted = name.trim();
	const wantedZh = nameZh.trim();
	if (!/\p{L}/u.test(wanted) || wanted.length > longestName || wantedZh.length > longestName)
		throw new EarshotError('bad-input', `A person needs a name with letters, at most ${longestName} long.`);
	if (email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()))
		throw new EarshotError('bad-input', 'The e-mail address is not one: write name@example.com, or nothing.');
	if (!isRole(role))
		throw new EarshotError('bad-input', 'There is no such role: choose one of those on the page.');
	return {
		name: wanted,
		nameZh: wantedZh || null,
		email: email.trim() || null,
		role,
		scope: await scopeOf(store, { agencyIds, teamIds })
	};
}

async function scopeOf(store: Store, { agencyIds, teamIds }: Scope): Promise<Scope | null> {
	if (agencyIds.length + teamIds.length === 0) return null;
	const { agencies, teams } = await readOrganisation(store);
	const isKnown =
		agencyIds.every((id) => agencies.some((agency) => agency.id === id)) &&
		teamIds.every((id) => teams.some((team) => team.id === id));
	if (!isKnown)
		throw new EarshotError(
			'bad-input',
			'There is no such agency or team: import the organisation file first.'
		);
	return { agencyIds: [...new Set(agencyIds)].sort(), teamIds: [...new Set(teamIds)].sort() };
}

/** Of the name where it has Latin letters or digits. */
function freeId(name: string, taken: ReadonlySet<string>): string {
	const wanted = slugOf(name) || 'person';
	for (let number = 1; ; number++) {
		const id = number === 1 ? wanted : `${wanted}-${number}`;
		if (!taken.has(id)) return id;
	}
}
