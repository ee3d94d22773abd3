import { Cron } from 'croner';
import { EarshotError } from '#core/domain/errors.ts';

const mostMissed = 12;
const leastMinutes = 60;

/** Throws `bad-input` for text that is no cron expression, or that asks for mail more often than hourly. */
export function checkCron(cron: string, timeZone: string): void {
	const next = nextTimes(cron, timeZone, new Date('2026-01-01T00:00:00Z'), 24);
	const gaps = next.slice(1).map((time, at) => time.getTime() - (next[at]?.getTime() ?? 0));
	if (next.length === 0)
		throw new EarshotError('bad-input', `“${cron.slice(0, 40)}” never comes: write another schedule.`);
	if (Math.min(...gaps) < leastMinutes * 60_000)
		throw new EarshotError(
			'bad-input',
			'A report is not sent more often than once an hour: write another schedule.'
		);
}

/** The times after `from` and up to `to`, oldest first; of many that were missed the newest. */
export function dueTimes(cron: string, timeZone: string, from: Date, to: Date): readonly Date[] {
	const due: Date[] = [];
	const job = open(cron, timeZone);
	for (let time = job.nextRun(from); time !== null && time <= to; time = job.nextRun(time)) {
		due.push(time);
		if (due.length > mostMissed) due.shift();
	}
	return due;
}

export function nextTimes(cron: string, timeZone: string, from: Date, count: number): readonly Date[] {
	return open(cron, timeZone).nextRuns(count, from);
}

function open(cron: string, timeZone: string): Cron {
	try {
		return new Cron(cron, { timezone: timeZone, paused: true, mode: '5-part' });
	} catch (cause) {
		throw new EarshotError(
			'bad-input',
			`“${cron.slice(0, 40)}” is no schedule: write minute, hour, day, month and weekday, as “0 8 5 * *”.`,
			{ cause }
		);
	}
}
