import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliver } from '#server/app/delivery/deliver.ts';
import {
	addSchedule,
	askTestMail,
	deliveryView,
	switchSchedule,
	type ScheduleInput
} from '#server/app/delivery/schedules.ts';
import { administrator, aFolder, aManager, importRows, openTestDeps, type TestDeps } from './deps.ts';
import { openMailServer, type MailServer } from './mail-server.ts';
import { aComplaint } from './scene.ts';

const monthly: ScheduleInput = {
	name: 'For the board',
	cron: '0 8 5 * *',
	scope: 'all',
	copy: 'outside',
	language: 'en',
	formats: ['csv', 'txt'],
	recipients: 'board@lender.example, audit@lender.example',
	policy: 'attachment',
	sendsDrafts: true
};
/** The day is 14 July 2026: the schedule is due on 5 August, for July. */
const written = new Date('2026-07-14T04:00:00Z');
const due = new Date('2026-08-05T09:00:00Z');

let server: MailServer;
let refuse: Error | null = null;
beforeAll(async () => {
	server = await openMailServer(async () => refuse);
	process.env.EARSHOT_SMTP_URL = server.url;
	process.env.EARSHOT_MAIL_FROM = 'Earshot <reports@lender.example>';
	process.env.EARSHOT_URL = 'https://earshot.lender.example/';
});
afterAll(() => server.close());
afterEach(() => {
	refuse = null;
});

/** The same product at another time. */
const at = (deps: TestDeps, time: Date): TestDeps => ({ ...deps, now: () => time });

async function aScheduled(changes: Partial<ScheduleInput> = {}, dataDir = aFolder()): Promise<TestDeps> {
	const deps = await openTestDeps({ dataDir, at: written });
	await importRows(deps, [aComplaint({ received_on: '2026-07-01' })]);
	await addSchedule(deps, administrator, { ...monthly, ...changes });
	return deps;
}
const run = (deps: TestDeps) => deliver(deps, administrator, undefined);
const logOf = async (deps: TestDeps) => (await deliveryView(deps, administrator, undefined)).deliveries;
const since = (count: number) => server.mails.slice(count);

describe('a scheduled report', () => {
	it('is sent once to everybody, with its files and its mark, and not before it is due', async () => {
		const scheduled = await aScheduled();
		const before = server.mails.length;
		const early = at(scheduled, new Date('2026-08-04T09:00:00Z'));
		expect(await run(early)).toEqual({ sent: 0, waiting: 0, failed: 0 });
		const deps = at(scheduled, due);
		expect(await run(deps)).toEqual({ sent: 2, waiting: 0, failed: 0 });
		expect(await run(deps)).toEqual({ sent: 0, waiting: 0, failed: 0 });
		const mails = since(before);
		expect(mails.flatMap(({ to }) => to).toSorted()).toEqual([
			'audit@lender.example',
			'board@lender.example'
		]);
		for (const { content } of mails) {
			expect(content).toContain('earshot-report-2026-07-outside.en.csv');
			expect(content).toContain('earshot-report-2026-07-outside.manifest.json');
			expect(content).toMatch(/draft,\s+not\s+signed|draft=2C|=\?UTF-8\?/);
		}
		const rows = await logOf(deps);
		expect(rows.map(({ state, mayBeTwice, month }) => [state, mayBeTwice, month])).toEqual([
			['sent', false, '2026-07'],
			['sent', false, '2026-07']
		]);
	});

	it('is a link where the policy says so, with nothing attached', async () => {
		const scheduled = await aScheduled({ policy: 'link', recipients: 'board@lender.example', formats: [] });
		const before = server.mails.length;
		const deps = at(scheduled, due);
		await run(deps);
		const [mail] = since(before);
		expect(mail?.content.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(
			'https://earshot.lender.example/reports/2026-07?copy=outside&lang=en'
		);
		expect(mail?.content).not.toContain('attachment');
	});

	it('waits for the signature where drafts are not sent', async () => {
		const scheduled = await aScheduled({ sendsDrafts: false });
		const before = server.mails.length;
		const deps = at(scheduled, due);
		expect(await run(deps)).toEqual({ sent: 0, waiting: 2, failed: 0 });
		expect(since(before)).toEqual([]);
		expect((await logOf(deps))[0]).toMatchObject({
			state: 'waiting',
			failure: 'The month is not signed yet.'
		});
	});

	it('is tried again later and later where the server refuses it, and given up in the end', async () => {
		const scheduled = await aScheduled({ recipients: 'board@lender.example', formats: ['txt'] });
		refuse = new Error('Mailbox full');
		const waits: number[] = [];
		let time = due;
		for (;;) {
			const deps = at(scheduled, time);
			await run(deps);
			const [row] = await logOf(deps);
			expect(row?.failure).toContain('Mailbox full');
			if (row?.state === 'failed') break;
			waits.push((Date.parse(row?.nextTryAt ?? '') - time.getTime()) / 60_000);
			time = new Date(row?.nextTryAt ?? '');
		}
		expect(waits).toEqual([1, 5, 15, 60, 240]);
	});

	it('is not sent while its schedule is stopped, nor afterwards what was missed', async () => {
		const scheduled = await aScheduled();
		const before = server.mails.length;
		await switchSchedule(scheduled, administrator, { id: 1, isActive: false });
		const deps = at(scheduled, due);
		await run(deps);
		await switchSchedule(deps, administrator, { id: 1, isActive: true });
		await run(deps);
		expect(since(before)).toEqual([]);
	});
});

describe('a process that is killed between sending and logging', () => {
	it('leaves a mail that is sent again under the same id, and a log that says so', async () => {
		const dataDir = aFolder();
		const changes = { cron: '0 * * * *', recipients: 'board@lender.example', formats: ['txt'] };
		await (await aScheduled(changes, dataDir)).close();
		let child: ChildProcess | undefined;
		let kills = 1;
		const deaf = await openMailServer(async () => {
			// The mail is in; its sender never hears of it.
			if (kills-- > 0) child?.kill('SIGKILL');
			return null;
		});
		const deliverOnce = () =>
			new Promise<NodeJS.Signals | null>((done, fail) => {
				child = spawn('node', ['src/cli/main.ts', 'deliver'], {
					env: { ...process.env, EARSHOT_DATA: dataDir, EARSHOT_SMTP_URL: deaf.url },
					stdio: 'ignore'
				});
				child.once('error', fail);
				child.once('exit', (_code, signal) => done(signal));
			});
		expect(await deliverOnce()).toBe('SIGKILL');
		const between = await openTestDeps({ dataDir, at: new Date() });
		const begun = (await logOf(between)).find(({ state }) => state === 'sending');
		expect(begun).toMatchObject({ mayBeTwice: false, sentAt: null });
		await between.close();
		expect(await deliverOnce()).toBeNull();
		const deps = await openTestDeps({ dataDir, at: new Date() });
		const again = (await logOf(deps)).find(({ id }) => id === begun?.id);
		expect(again).toMatchObject({ state: 'sent', mayBeTwice: true, messageId: begun?.messageId });
		const idOf = (content: string) => /^message-id: *(\S+)/im.exec(content)?.[1];
		const same = deaf.mails.filter(({ content }) => idOf(content) === begun?.messageId);
		expect(same).toHaveLength(2);
		await deps.close();
		await deaf.close();
	}, 120_000);
});

describe('the settings of delivery', () => {
	it('refuse what makes no sense, and people who may not', async () => {
		const deps = await openTestDeps({ inMemory: true });
		const add = (changes: Partial<ScheduleInput>) =>
			addSchedule(deps, administrator, { ...monthly, ...changes });
		await expect(addSchedule(deps, aManager({}), monthly)).rejects.toMatchObject({ code: 'forbidden' });
		for (const changes of [
			{ cron: 'every day' },
			{ cron: '*/5 * * * *' },
			{ recipients: 'board' },
			{ recipients: '' },
			{ scope: 'team:nobody' },
			{ copy: 'restricted' },
			{ formats: [] },
			{ name: ' ' }
		])
			await expect(add(changes)).rejects.toMatchObject({ code: 'bad-input' });
		expect(await add({})).toBeGreaterThan(0);
	});

	it('send a test mail, and show no secret', async () => {
		const deps = await openTestDeps({ inMemory: true });
		const before = server.mails.length;
		await askTestMail(deps, administrator, { to: 'me@lender.example' });
		expect(await run(deps)).toEqual({ sent: 1, waiting: 0, failed: 0 });
		expect(since(before).map(({ to }) => to)).toEqual([['me@lender.example']]);
		const plain = process.env.EARSHOT_SMTP_URL;
		process.env.EARSHOT_SMTP_URL = 'smtp://user:secret@mail.example:587';
		try {
			expect(JSON.stringify(await deliveryView(deps, administrator, undefined))).not.toContain('secret');
		} finally {
			process.env.EARSHOT_SMTP_URL = plain;
		}
	});
});
