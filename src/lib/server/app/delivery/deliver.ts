import { createHash } from 'node:crypto';
import { waitAfter } from '#core/domain/delivery.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { addMonths, dayIn } from '#core/domain/period.ts';
import type { Actor } from '#core/domain/actor.ts';
import {
	changeDelivery,
	intend,
	listSchedules,
	openDeliveries,
	type DeliveryRow,
	type ScheduleRow
} from '../../storage/deliveries.ts';
import type { Store } from '../../storage/connect.ts';
import { getSetting } from '../../storage/settings.ts';
import type { Deps } from '../deps.ts';
import { isLeftBehind, workerName } from '../import-worker-name.ts';
import { verb } from '../verb.ts';
import { composeReport, type Composed } from './compose.ts';
import { dueTimes } from './due-times.ts';
import { readMailSettings, sendMail, type MailSettings } from './mail.ts';

export interface Delivered {
	readonly sent: number;
	/** Not signed yet, or to be tried again. */
	readonly waiting: number;
	readonly failed: number;
}

const quietMs = 10 * 60_000;

/**
 * Writes down what is due, then sends it. What a process had begun to send when it died is sent again, under the same
 * Message-ID, and its row says that it may have arrived twice: nothing is lost in silence. Throws `bad-input` where no
 * mail server is set.
 */
export const deliver = verb(
	'administer',
	async (deps: Deps, _actor: Actor, _input: undefined): Promise<Delivered> => {
		const settings = readMailSettings(process.env);
		if (!settings)
			throw new EarshotError('bad-input', 'EARSHOT_SMTP_URL is not set: say which mail server to use.');
		const schedules = await listSchedules(deps.store);
		for (const schedule of schedules.filter(({ isActive }) => isActive === 1))
			await intendDue(deps, schedule, settings);
		const counts = { sent: 0, waiting: 0, failed: 0 };
		for (const row of await openDeliveries(deps.store, deps.now().toISOString())) {
			const end = await deliverOne(deps, settings, schedules, row);
			if (end) counts[end] += 1;
		}
		return counts;
	}
);

/** Is there anything to do? Asked every few seconds, over a connection of its own. */
export async function isDeliveryDue(store: Store, now: Date): Promise<boolean> {
	const open = await openDeliveries(store, now.toISOString());
	if (
		open.some(
			(row) => row.state === 'waiting' || isLeftBehind({ worker: row.worker, progressAt: row.begunAt }, now)
		)
	)
		return true;
	const timeZone = (await getSetting(store, 'time_zone')) ?? 'UTC';
	return (await listSchedules(store)).some(
		({ isActive, cron, checkedAt }) =>
			isActive === 1 && dueTimes(cron, timeZone, new Date(checkedAt), now).length > 0
	);
}

async function intendDue(
	{ store, timeZone, now }: Deps,
	schedule: ScheduleRow,
	{ from }: MailSettings
): Promise<void> {
	const at = now();
	const due = dueTimes(schedule.cron, timeZone, new Date(schedule.checkedAt), at);
	if (due.length === 0) return;
	const recipients = JSON.parse(schedule.recipients) as readonly string[];
	await intend(store, schedule, {
		checkedAt: at.toISOString(),
		intents: due.flatMap((time) =>
			recipients.map((recipient) => ({
				scheduleId: schedule.id,
				month: addMonths(dayIn(timeZone, time), -1).slice(0, 7),
				...intentFor(recipient, time.toISOString(), {
					about: `${schedule.id} ${schedule.createdAt}`,
					from
				})
			}))
		)
	});
}

/** The Message-ID follows from what it is about: a second mail has the same, so that mail systems can drop it. */
export function intentFor(
	recipient: string,
	dueAt: string,
	{ about, from }: { readonly about: string; readonly from: string }
) {
	const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'earshot.invalid';
	const id = createHash('sha256').update(`${about} ${dueAt} ${recipient}`).digest('hex').slice(0, 32);
	return {
		recipient,
		dueAt,
		messageId: `<${id}@${domain}>`,
		state: 'waiting' as const,
		attempts: 0,
		mayBeTwice: 0,
		worker: null,
		begunAt: null,
		nextTryAt: dueAt,
		sentAt: null,
		content: '',
		failure: null
	};
}

async function deliverOne(
	deps: Deps,
	settings: MailSettings,
	schedules: readonly ScheduleRow[],
	row: DeliveryRow
): Promise<keyof Delivered | null> {
	const now = deps.now();
	const isLeft = row.state === 'sending';
	if (isLeft && !isLeftBehind({ worker: row.worker, progressAt: row.begunAt }, now)) return null;
	const schedule = schedules.find(({ id }) => id === row.scheduleId);
	let composed: Composed | null = null;
	try {
		composed = schedule ? await composeReport(deps, settings, schedule, row) : composeTest(row);
	} catch (cause) {
		return fail(deps, row, cause);
	}
	if (composed === null) {
		const nextTryAt = new Date(now.getTime() + quietMs).toISOString();
		await changeDelivery(deps.store, row, {
			state: 'waiting',
			nextTryAt,
			failure: 'The month is not signed yet.'
		});
		return 'waiting';
	}
	const begun = {
		state: 'sending',
		attempts: row.attempts + 1,
		worker: workerName(),
		begunAt: now.toISOString(),
		mayBeTwice: isLeft ? 1 : row.mayBeTwice,
		content: composed.content,
		failure: null
	} as const;
	if (!(await changeDelivery(deps.store, row, begun))) return null;
	const sending = { ...row, ...begun };
	try {
		await sendMail(settings, composed.mail);
	} catch (cause) {
		return fail(deps, sending, cause);
	}
	await changeDelivery(deps.store, sending, { state: 'sent', sentAt: deps.now().toISOString() });
	return 'sent';
}

/** Tried again after a while, given up in the end; the log of both is the row. */
async function fail(deps: Deps, row: DeliveryRow, cause: unknown): Promise<keyof Delivered> {
	const attempts = row.state === 'sending' && row.begunAt !== null ? row.attempts : row.attempts + 1;
	const wait = waitAfter(attempts);
	const failure = (cause instanceof Error ? cause.message : String(cause)).slice(0, 300);
	deps.log.warn({ delivery: row.id, attempts, failure }, 'report was not delivered');
	await changeDelivery(deps.store, row, {
		attempts,
		failure,
		state: wait === null ? 'failed' : 'waiting',
		nextTryAt: new Date(deps.now().getTime() + (wait ?? 0)).toISOString()
	});
	return wait === null ? 'failed' : 'waiting';
}

function composeTest({ recipient, messageId }: DeliveryRow): Composed {
	return {
		content: 'test mail',
		mail: {
			to: recipient,
			messageId,
			subject: 'Earshot: test mail · 测试邮件',
			text: 'Reports can be sent to this address.\n月报可以发送到此地址。\n',
			attachments: []
		}
	};
}
