import { describe, expect, it } from 'vitest';
import { verifyFacts } from '#server/app/facts-check.ts';
import { countFeedback } from '#server/facts/questions/count-feedback.ts';
import { SyncPace } from '#server/facts/sync-pace.ts';
import { finishImport, startImport } from '#server/storage/imports.ts';
import { administrator, aFilter, importRows, openTestDeps, type CsvRow } from './deps.ts';

function aComplaint(at: number, text = 'They called my mother.'): CsvRow {
	return { complaint_id: `F-${at}`, received_on: '2026-06-10', borrower_ref: `B-${at}`, text };
}
const many = (count: number) => Array.from({ length: count }, (_, at) => aComplaint(at));

describe('while an import is under way', () => {
	it('its rows show some seconds later, what anybody changes shows at once, and all of it when it is done', async () => {
		const deps = await openTestDeps();
		const count = async () => (await countFeedback(await deps.facts.upToDate(null), aFilter())).feedback;
		await importRows(deps, many(3));
		const before = await count();
		const other = { importer: 'complaints', fileName: 'a.csv', fileHash: 'a', actorId: 'local' } as const;
		const id = await startImport(deps.store, {
			...other,
			origin: 'imported',
			startedAt: '2026-07-14T00:00:00Z'
		});

		await importRows(deps, many(5));
		expect(await count()).toBe(before);
		await importRows(deps, [aComplaint(0, 'He swore at me.'), aComplaint(7)]);
		expect(await count()).toBe(before + 3);
		await importRows(deps, [aComplaint(8)]);
		expect(await count()).toBe(before + 3);
		const end = { status: 'done', finishedAt: '2026-07-14T00:01:00Z', failure: null } as const;
		await finishImport(deps.store, id, end);
		expect(await count()).toBe(before + 4);
		const { isEqual } = await verifyFacts(deps, administrator, undefined);
		expect(isEqual).toBe(true);
	});

	it('no page stays behind for longer than that', async () => {
		const deps = await openTestDeps();
		await deps.facts.upToDate(null);
		const changes = [{ seq: 1, entity: 'feedback', firstId: 1_000_000, lastId: 1_000_500 }] as const;
		const import_ = { importer: 'complaints', fileName: 'a.csv', fileHash: 'a', actorId: 'local' } as const;
		await startImport(deps.store, { ...import_, origin: 'imported', startedAt: '2026-07-14T00:00:00Z' });
		const pace = new SyncPace(200);
		expect(await pace.canWait(deps.store, changes)).toBe(false);
		pace.synced({ feedback: 100, exposure: 100, contact: 200 });
		expect(await pace.canWait(deps.store, changes)).toBe(true);
		expect(await pace.canWait(deps.store, [...changes, { ...changes[0], firstId: 100 }])).toBe(false);
		expect(await pace.canWait(deps.store, [{ ...changes[0], entity: 'exposure' }])).toBe(false);
		expect(await pace.canWait(deps.store, [{ ...changes[0], entity: 'contact' }])).toBe(true);
		expect(await pace.canWait(deps.store, [{ ...changes[0], entity: 'contact', firstId: 150 }])).toBe(false);
		await new Promise((resolve) => setTimeout(resolve, 250));
		expect(await pace.canWait(deps.store, changes)).toBe(false);
	});
});
