import { dayIn } from '#core/domain/period.ts';
import { latestChange } from '../storage/change-sequence.ts';
import { openStore, type Store } from '../storage/connect.ts';
import { unfinishedImports } from '../storage/import-jobs.ts';
import { migrate } from '../storage/migrate.ts';
import { getSetting } from '../storage/settings.ts';
import { latestScan } from '../storage/signal-scans.ts';
import type { Config } from './config.ts';

export interface ScanSchedule {
	isDue(now: Date): Promise<boolean>;
	close(): Promise<void>;
}

/** Data that come in all day must not keep the machine scanning: a scan rests for a minute, or 20 times what it took. */
const leastRestMs = 60_000;
const restFactor = 20;

/** Says over a connection of its own when the signals of a store should be looked for again. */
export async function openScanSchedule({
	storeLocation
}: Pick<Config, 'storeLocation'>): Promise<ScanSchedule> {
	const store = openStore({ location: storeLocation });
	await migrate(store);
	return { isDue: (now) => isScanDue(store, now), close: () => store.close() };
}

/**
 * After imports and other changes, once nothing is being imported any more; and on each new day of the tenant, because
 * weeks and months end without a change.
 */
export async function isScanDue(store: Store, now: Date): Promise<boolean> {
	const seq = await latestChange(store);
	if (seq === 0 || (await unfinishedImports(store)).length > 0) return false;
	const scan = await latestScan(store, 'all');
	if (!scan) return true;
	const timeZone = (await getSetting(store, 'time_zone')) ?? 'UTC';
	const rest = Math.max(leastRestMs, restFactor * scan.durationMs);
	const hasRested = now.getTime() - Date.parse(scan.at) >= rest;
	const isNewDay = dayIn(timeZone, new Date(scan.at)) < dayIn(timeZone, now);
	return isNewDay || (scan.changeSeq !== seq && hasRested);
}
