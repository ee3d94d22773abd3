import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#core/domain/actor.ts';
import { signalKinds } from '#core/domain/signal.ts';
import { removeDemo } from '#server/app/demo-state.ts';
import { judgeSignal } from '#server/app/judge-signal.ts';
import { isScanDue } from '#server/app/scan-schedule.ts';
import { scanSignals } from '#server/app/scan-signals/scan.ts';
import { signalView } from '#server/app/signal-view.ts';
import { newestSignals, newSignalCount, signals } from '#server/app/signals.ts';
import { administrator, aManager, importRows, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { aComplaint, importScene } from './scene.ts';

const all = { states: [], kinds: [], units: [], origin: null } as const;
const list = async (deps: TestDeps, actor: Actor = administrator) =>
	(await signals(deps, actor, all)).signals;

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps({ inMemory: true });
	await importScene(deps);
	const threats = Array.from({ length: 20 }, (_, at) =>
		aComplaint({
			complaint_id: `T-${at}`,
			received_on: '2026-06-10',
			team_id: 'north-1',
			channel: 'visit',
			stage: 'M3',
			product: 'Car Loan',
			text: `He swore at me and called me trash, number ${at}${at}.`
		})
	);
	await importRows(deps, threats);
	await scanSignals(deps, administrator, {});
}, 120_000);

describe('a scan', () => {
	test('finds the month in which one team’s theme rises', async () => {
		const found = (await list(deps)).filter(
			({ kind, unitId }) => kind === 'trend' && ['', 'north', 'north-1'].includes(unitId)
		);
		expect(found).toContainEqual(
			expect.objectContaining({
				theme: 'abusive_language',
				state: 'new',
				figures: expect.objectContaining({ month: '2026-06' }) as unknown
			})
		);
	});

	test('counts exactly the feedback that its link lists', async () => {
		const found = await list(deps);
		expect(found.length).toBeGreaterThan(3);
		for (const { evidence, figures } of found) {
			const { total, rows } = await listOf(deps, evidence);
			expect(rows).toHaveLength(total);
			expect(total).toBe(figures.kind === 'outlier' ? figures.count : figures.observed);
		}
	});

	test('says what it looked at, and what chance alone makes of it', async () => {
		const { scan } = await signals(deps, administrator, all);
		expect(scan?.scope).toMatchObject({ months: 15, latestMonth: '2026-06' });
		expect(scan?.looked.trend.comparisons).toBeGreaterThan(0);
		expect(scan?.looked.trend.falseAlarms).toBeGreaterThan(0);
		for (const kind of signalKinds)
			expect(scan?.looked[kind].found).toBeLessThanOrEqual(scan?.looked[kind].comparisons ?? 0);
	});

	test('a second time finds the same and lists nothing twice', async () => {
		const before = await list(deps);
		const again = await scanSignals(deps, administrator, {});
		expect(again).toMatchObject({ added: 0, updated: 0 });
		expect(again.known).toBe(before.length);
		expect((await list(deps)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
	});

	test('is due after a change and on a new day, and not before', async () => {
		const at = deps.now();
		const later = (ms: number) => new Date(at.getTime() + ms);
		expect(await isScanDue(deps.store, later(3_600_000))).toBe(false);
		expect(await isScanDue(deps.store, later(86_400_000))).toBe(true);
	});
});

describe('a signal', () => {
	test('shows its chart, its evidence and its history', async () => {
		for (const { id, kind } of await list(deps)) {
			const page = await signalView(deps, administrator, id);
			expect(page.chart, kind).not.toBeNull();
			expect(page.evidence.length, kind).toBeGreaterThan(0);
			expect(page.events[0]).toMatchObject({ kind: 'found' });
		}
	});

	test('a month outside its limits is marked in its chart with the same count', async () => {
		const found = (await list(deps)).find(
			({ theme, kind }) => kind === 'trend' && theme === 'abusive_language'
		);
		const { chart } = await signalView(deps, administrator, found?.id ?? 0);
		if (chart?.of !== 'rate') throw new Error('A trend is drawn as a rate.');
		const last = chart.points.at(-1);
		expect(last).toMatchObject({ key: '2026-06', isOutside: true });
		expect((await listOf(deps, last!.filter)).total).toBe(last!.numerator);
	});

	test('is acknowledged and closed once, with who and why, and a later scan leaves it closed', async () => {
		const [first] = await list(deps);
		const id = first!.id;
		const before = await newSignalCount(deps, administrator, undefined);
		await judgeSignal(deps, administrator, {
			id,
			step: { to: 'acknowledged', note: 'Asked the team lead.' }
		});
		expect(await newSignalCount(deps, administrator, undefined)).toBe(before - 1);
		const close = { to: 'closed' as const, reason: 'acted' as const, note: '' };
		await judgeSignal(deps, administrator, { id, step: close });
		await expect(judgeSignal(deps, administrator, { id, step: close })).rejects.toMatchObject({
			code: 'bad-input'
		});
		await scanSignals(deps, administrator, {});
		const page = await signalView(deps, administrator, id);
		expect(page.signal).toMatchObject({ state: 'closed', reason: 'acted' });
		expect(page.events.map(({ kind, note, actorName }) => [kind, note, actorName])).toEqual([
			['found', '', administrator.name],
			['acknowledged', 'Asked the team lead.', administrator.name],
			['closed', '', administrator.name]
		]);
		expect((await newestSignals(deps, administrator, null)).signals.map((one) => one.id)).not.toContain(id);
	});

	test('who may only read does not judge, and nobody sees what is outside their scope', async () => {
		const [first] = await list(deps);
		const step = { to: 'acknowledged' as const, note: '' };
		const reporter: Actor = { ...administrator, role: 'reporter' };
		await expect(judgeSignal(deps, reporter, { id: first!.id, step })).rejects.toMatchObject({
			code: 'forbidden'
		});
		const manager = aManager({ teamIds: ['own-1'] });
		const seen = await list(deps, manager);
		expect(seen.every(({ unit, unitId }) => unit === 'team' && unitId === 'own-1')).toBe(true);
		const hidden = (await list(deps)).find(({ kind }) => kind === 'trend');
		await expect(signalView(deps, manager, hidden!.id)).rejects.toMatchObject({ code: 'not-found' });
		await expect(judgeSignal(deps, manager, { id: hidden!.id, step })).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	test('no note and no text of a borrower reaches the log', () => {
		expect(deps.logged()).not.toContain('Asked the team lead');
		expect(deps.logged()).not.toContain('swore');
	});
});

test('an empty store is scanned without a signal', async () => {
	const empty = await openTestDeps({ inMemory: true });
	const scan = await scanSignals(empty, administrator, {});
	expect(scan).toMatchObject({ added: 0, scope: { baseline: null, months: 0 } });
	await expect(scanSignals(empty, administrator, { asOf: 'yesterday' })).rejects.toMatchObject({
		code: 'bad-input'
	});
	await removeDemo(empty, administrator, undefined);
	expect(await list(empty)).toEqual([]);
});
