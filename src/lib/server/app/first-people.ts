import { localAdministrator } from '#core/domain/actor.ts';
import type { Person } from '#core/domain/person.ts';
import type { Store } from '../storage/connect.ts';
import { insertPeople, listPeople } from '../storage/people.ts';

const noScope = { scope: null, email: null, isActive: true };

/** Somebody for each kind of work, so that nobody has to begin with a form; administrators rename or deactivate them. */
const firstPeople: readonly Person[] = [
	{
		...noScope,
		id: localAdministrator.id,
		name: localAdministrator.name,
		nameZh: '本机管理员',
		role: 'administrator'
	},
	{ ...noScope, id: 'lin-yue', name: 'Lin Yue', nameZh: '林悦', role: 'compliance' },
	{ ...noScope, id: 'marta-silva', name: 'Marta Silva', nameZh: null, role: 'manager' },
	{ ...noScope, id: 'chen-wei', name: 'Chen Wei', nameZh: '陈伟', role: 'reporter' }
];

/** Into a store without people, when it is opened; a millisecond apart, so that they stay in this order. */
export async function addFirstPeople(store: Store, now: Date): Promise<void> {
	if ((await listPeople(store)).length > 0) return;
	for (const [place, person] of firstPeople.entries())
		await insertPeople(store, [person], new Date(now.getTime() + place).toISOString());
}
