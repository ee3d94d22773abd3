import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SignalKind, SignalState } from '#core/domain/signal.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { addScan, latestScan } from '#server/storage/signal-scans.ts';
import {
	addSignalEvent,
	countSignalRows,
	deleteSimulatedSignals,
	eventsOfSignal,
	getSignalRow,
	insertSignal,
	latestOfCauses,
	listSignalRows,
	moveSignal,
	type SignalRow
} from '#server/storage/signals.ts';
import { stores } from './stores.ts';

const row = (patch: Partial<Omit<SignalRow, 'id'>> = {}): Omit<SignalRow, 'id'> => ({
	origin: 'imported',
	kind: 'trend',
	causeKey: 'trend threat_harm team north-1',
	episode: 1,
	unit: 'team',
	unitId: 'north-1',
	theme: 'threat_harm',
	agencyId: 'north',
	teamId: 'north-1',
	periodFrom: '2026-06-01',
	periodTo: '2026-07-01',
	evidence: '{}',
	figures: '{}',
	comparisons: 200,
	falseAlarms: 1.25,
	state: 'new',
	reason: null,
	firstSeenAt: '2026-07-01T00:00:00.000Z',
	lastSeenAt: '2026-07-01T00:00:00.000Z',
	seenAsOf: '2026-07-01',
	...patch
});
const everything = { origin: 'all', states: [], kinds: [], units: [], limit: 100 } as const;

describe.each(Object.keys(stores))('signals on %s', (engine) => {
	let store: Store;
	beforeEach(async () => {
		store = await stores[engine]!();
	});
	afterEach(() => store.close());

	const add = (...rows: readonly Omit<SignalRow, 'id'>[]) =>
		inWrite(store, async (trx) => {
			const ids: number[] = [];
			for (const one of rows) ids.push(await insertSignal(trx, one));
			return ids;
		});

	test('a signal is read as it was written', async () => {
		const [id] = await add(row());
		expect(await getSignalRow(store, null, id!)).toEqual({ ...row(), id });
	});

	test('one cause has one signal an episode', async () => {
		await add(row(), row({ episode: 2 }), row({ origin: 'simulated' }));
		await expect(add(row())).rejects.toThrow();
		const latest = await inWrite(store, (trx) => latestOfCauses(trx, 'imported', [row().causeKey, 'none']));
		expect([...latest].map(([key, { episode }]) => [key, episode])).toEqual([[row().causeKey, 2]]);
	});

	test('new ones come first, then the acknowledged, then the closed; in each the latest first', async () => {
		const of = (state: SignalState, periodTo: string) =>
			row({ state, periodTo, causeKey: `${state} ${periodTo}` });
		await add(
			of('closed', '2026-07-01'),
			of('new', '2026-05-01'),
			of('acknowledged', '2026-07-01'),
			of('new', '2026-06-01')
		);
		const listed = await listSignalRows(store, null, everything);
		expect(listed.map(({ causeKey }) => causeKey)).toEqual([
			'new 2026-06-01',
			'new 2026-05-01',
			'acknowledged 2026-07-01',
			'closed 2026-07-01'
		]);
	});

	test('a list is narrowed by state, kind, unit and origin, and its counts add up to it', async () => {
		const of = (kind: SignalKind, unitId: string, patch = {}) =>
			row({ kind, unitId, causeKey: `${kind} ${unitId}`, ...patch });
		await add(
			of('trend', 'north-1'),
			of('outlier', 'north-1', { state: 'closed' }),
			of('trend', 'south-1'),
			of('term', '', { unit: 'whole', agencyId: null, teamId: null }),
			of('early', 'north-1', { origin: 'simulated' })
		);
		const keys = async (patch: object) =>
			(await listSignalRows(store, null, { ...everything, ...patch })).map(({ causeKey }) => causeKey).sort();
		expect(await keys({ kinds: ['trend'] })).toEqual(['trend north-1', 'trend south-1']);
		expect(await keys({ states: ['closed'] })).toEqual(['outlier north-1']);
		expect(await keys({ units: ['team:north-1'], origin: 'imported' })).toEqual([
			'outlier north-1',
			'trend north-1'
		]);
		expect(await keys({ units: ['whole:'] })).toEqual(['term ']);
		expect(await keys({ limit: 2 })).toHaveLength(2);
		const counts = await countSignalRows(store, null, 'imported');
		expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(4);
		expect(counts).toContainEqual({
			state: 'closed',
			kind: 'outlier',
			unit: 'team',
			unitId: 'north-1',
			count: 1
		});
	});

	test('an actor with a scope sees the signals of it, and no others', async () => {
		const [north, south, whole] = await add(
			row(),
			row({ causeKey: 'south', agencyId: 'south', teamId: 'south-1', unitId: 'south-1' }),
			row({ causeKey: 'whole', unit: 'whole', unitId: '', agencyId: null, teamId: null })
		);
		const scopes = [
			{ agencyIds: ['north'], teamIds: [] },
			{ agencyIds: [], teamIds: ['north-1'] }
		];
		for (const scope of scopes) {
			expect((await listSignalRows(store, scope, everything)).map(({ id }) => Number(id))).toEqual([north]);
			expect(await getSignalRow(store, scope, south!)).toBeUndefined();
			expect(await getSignalRow(store, scope, whole!)).toBeUndefined();
		}
		expect(await listSignalRows(store, { agencyIds: [], teamIds: [] }, everything)).toEqual([]);
	});

	test('of two who change a signal at once, the second one changes nothing', async () => {
		const [id] = await add(row());
		const move = () =>
			inWrite(store, (trx) => moveSignal(trx, id!, 'new', { state: 'closed', reason: 'chance' }));
		expect(await move()).toBe(true);
		expect(await move()).toBe(false);
	});

	test('simulated signals go with their history and scans; imported ones stay', async () => {
		const [imported, simulated] = await add(row(), row({ origin: 'simulated' }));
		const scan = {
			at: '2026-07-01T00:00:00.000Z',
			asOf: '2026-07-01',
			changeSeq: 7,
			looked: '{}',
			context: '{}',
			durationMs: 5
		};
		await inWrite(store, async (trx) => {
			for (const signalId of [imported!, simulated!])
				await addSignalEvent(trx, {
					signalId,
					kind: 'found',
					at: scan.at,
					actorId: 'local',
					actorName: 'Local',
					reason: null,
					note: '',
					figures: '{}'
				});
			await addScan(trx, { ...scan, origin: 'imported' });
			await addScan(trx, { ...scan, origin: 'simulated' });
		});
		expect((await latestScan(store, 'all'))?.origin).toBe('simulated');
		await inWrite(store, deleteSimulatedSignals);
		expect((await listSignalRows(store, null, everything)).map(({ id }) => Number(id))).toEqual([imported]);
		expect(await eventsOfSignal(store, imported!)).toHaveLength(1);
		expect(await eventsOfSignal(store, simulated!)).toEqual([]);
		expect(await latestScan(store, 'simulated')).toBeUndefined();
		expect((await latestScan(store, 'imported'))?.changeSeq).toBe(7);
	});
});
