import type { Config } from '../app/config.ts';
import { openDeliverySchedule } from '../app/delivery/delivery-schedule.ts';
import type { Log } from '../app/log.ts';
import { startThreadLoop, type ThreadLoop } from './thread-loop.ts';

/**
 * Sends reports when they are due; without a mail server it does nothing. A mail that was under way when the loop was
 * stopped is sent again by the next start, and its row says so.
 */
export async function startDeliveryLoop(config: Config, log: Log, logLevel: string): Promise<ThreadLoop> {
	if (!process.env.EARSHOT_SMTP_URL) return { stop: async () => {} };
	const schedule = await openDeliverySchedule(config);
	return startThreadLoop(
		{
			name: 'delivery of reports',
			thread: new URL('./delivery-thread.ts', import.meta.url),
			pollMs: 10_000,
			pauseMs: 10 * 60_000,
			next: async () => ((await schedule.isDue(new Date())) ? 'deliver' : null),
			inputFor: () => ({ config, logLevel }),
			close: () => schedule.close()
		},
		log
	);
}
