import { openStore } from '../../storage/connect.ts';
import { migrate } from '../../storage/migrate.ts';
import type { Config } from '../config.ts';
import { isDeliveryDue } from './deliver.ts';

export interface DeliverySchedule {
	isDue(now: Date): Promise<boolean>;
	close(): Promise<void>;
}

/** Says over a connection of its own when there is something to send. */
export async function openDeliverySchedule({
	storeLocation
}: Pick<Config, 'storeLocation'>): Promise<DeliverySchedule> {
	const store = openStore({ location: storeLocation });
	await migrate(store);
	return { isDue: (now) => isDeliveryDue(store, now), close: () => store.close() };
}
