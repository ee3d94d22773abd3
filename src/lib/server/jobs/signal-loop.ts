import type { Config } from '../app/config.ts';
import type { Log } from '../app/log.ts';
import { openScanSchedule } from '../app/scan-schedule.ts';
import { startThreadLoop, type ThreadLoop } from './thread-loop.ts';

/** Looks for signals after imports and daily. A scan is kept in one transaction: an unfinished one leaves nothing behind. */
export async function startSignalLoop(config: Config, log: Log, logLevel: string): Promise<ThreadLoop> {
	const schedule = await openScanSchedule(config);
	return startThreadLoop(
		{
			name: 'scan for signals',
			thread: new URL('./signal-thread.ts', import.meta.url),
			pollMs: 3000,
			pauseMs: 10 * 60_000,
			next: async () => ((await schedule.isDue(new Date())) ? 'scan' : null),
			inputFor: () => ({ config, logLevel }),
			close: () => schedule.close()
		},
		log
	);
}
