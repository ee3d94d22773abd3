import type { Insertable, Selectable, Transaction } from 'kysely';
import type { Origin } from '#core/domain/vocabulary.ts';
import type { Store } from './connect.ts';
import type { Schema } from './schema.ts';
import type { SignalSchema } from './signal-schema.ts';

export type ScanRow = Selectable<SignalSchema['signalScan']>;
export type BaselineRow = Selectable<SignalSchema['signalBaseline']>;

export async function addScan(
	trx: Transaction<Schema>,
	row: Omit<Insertable<SignalSchema['signalScan']>, 'id'>
): Promise<void> {
	await trx.insertInto('signalScan').values(row).execute();
}

/** The newest scan of an origin; of any where it is `all`. */
export async function latestScan(
	{ db }: Pick<Store, 'db'>,
	origin: Origin | 'all'
): Promise<ScanRow | undefined> {
	return db
		.selectFrom('signalScan')
		.selectAll()
		.$if(origin !== 'all', (query) => query.where('origin', '=', origin as Origin))
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function baselineOf(
	{ db }: Pick<Store, 'db'>,
	origin: Origin
): Promise<BaselineRow | undefined> {
	return db
		.selectFrom('signalBaseline')
		.selectAll()
		.where('origin', '=', origin)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export async function addBaseline(
	trx: Transaction<Schema>,
	row: Omit<Insertable<SignalSchema['signalBaseline']>, 'id'>
): Promise<void> {
	await trx.insertInto('signalBaseline').values(row).execute();
}
