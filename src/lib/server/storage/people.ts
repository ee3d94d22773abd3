import type { Scope } from '#core/domain/actor.ts';
import type { Person } from '#core/domain/person.ts';
import type { Store } from './connect.ts';
import type { PersonTable } from './people-schema.ts';

/** In the order in which they were added. */
export async function listPeople({ db }: Pick<Store, 'db'>): Promise<readonly Person[]> {
	const rows = await db.selectFrom('person').selectAll().orderBy('createdAt').orderBy('id').execute();
	return rows.map(personOf);
}

export async function findPerson({ db }: Pick<Store, 'db'>, id: string): Promise<Person | undefined> {
	const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
	return row && personOf(row);
}

/** Ids that are taken stay as they are. */
export async function insertPeople(
	{ db }: Pick<Store, 'db'>,
	people: readonly Person[],
	at: string
): Promise<void> {
	await db
		.insertInto('person')
		.values(people.map((person) => ({ ...rowOf(person), createdAt: at })))
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
}

export async function updatePerson({ db }: Pick<Store, 'db'>, person: Person): Promise<void> {
	await db.updateTable('person').set(rowOf(person)).where('id', '=', person.id).execute();
}

function rowOf({ isActive, scope, ...person }: Person) {
	return { ...person, scope: scope && JSON.stringify(scope), isActive: isActive ? 1 : 0 };
}

function personOf({ createdAt: _, isActive, scope, ...row }: PersonTable): Person {
	return {
		...row,
		scope: scope === null ? null : (JSON.parse(scope) as Scope),
		isActive: isActive === 1
	};
}
