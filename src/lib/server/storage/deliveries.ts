import type { Insertable, Selectable } from 'kysely';
import type { Store } from './connect.ts';
import type { DeliveryScheduleTable, DeliveryTable } from './report-schema.ts';

export type ScheduleRow = Selectable<DeliveryScheduleTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
type Db = Pick<Store, 'db'>;

export async function listSchedules({ db }: Db): Promise<readonly ScheduleRow[]> {
	return db.selectFrom('deliverySchedule').selectAll().orderBy('id').execute();
}

export async function insertSchedule(
	{ db }: Db,
	schedule: Omit<Insertable<DeliveryScheduleTable>, 'id'>
): Promise<number> {
	const { id } = await db
		.insertInto('deliverySchedule')
		.values(schedule)
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** False: there is none with this id. */
export async function setScheduleActive(
	{ db }: Db,
	id: number,
	{ isActive, checkedAt }: { readonly isActive: boolean; readonly checkedAt: string }
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('deliverySchedule')
		.set({ isActive: isActive ? 1 : 0, checkedAt })
		.where('id', '=', id)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/**
 * Writes down what is to be sent before any of it is, and up to when the schedule was looked at; what is written down
 * already stays as it is.
 */
export async function intend(
	{ db }: Db,
	schedule: Pick<ScheduleRow, 'id'> | null,
	{
		checkedAt,
		intents
	}: { readonly checkedAt: string; readonly intents: readonly Omit<Insertable<DeliveryTable>, 'id'>[] }
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		for (const intent of intents)
			await trx
				.insertInto('delivery')
				.values(intent)
				.onConflict((conflict) => conflict.columns(['scheduleId', 'dueAt', 'recipient']).doNothing())
				.execute();
		if (schedule)
			await trx.updateTable('deliverySchedule').set({ checkedAt }).where('id', '=', schedule.id).execute();
	});
}

/** What waits and may be tried, and what somebody has begun, oldest first. */
export async function openDeliveries({ db }: Db, now: string): Promise<readonly DeliveryRow[]> {
	return db
		.selectFrom('delivery')
		.selectAll()
		.where((eb) =>
			eb.or([eb('state', '=', 'sending'), eb.and([eb('state', '=', 'waiting'), eb('nextTryAt', '<=', now)])])
		)
		.orderBy('id')
		.execute();
}

/** Changes a delivery that is still as it was looked at. False: another process was quicker. */
export async function changeDelivery(
	{ db }: Db,
	seen: Pick<DeliveryRow, 'id' | 'state' | 'worker' | 'attempts'>,
	set: Partial<Omit<DeliveryRow, 'id'>>
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('delivery')
		.set(set)
		.where('id', '=', seen.id)
		.where('state', '=', seen.state)
		.where('attempts', '=', seen.attempts)
		.where('worker', seen.worker === null ? 'is' : '=', seen.worker)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Newest first. */
export async function listDeliveries({ db }: Db, limit: number): Promise<readonly DeliveryRow[]> {
	return db.selectFrom('delivery').selectAll().orderBy('id', 'desc').limit(limit).execute();
}
