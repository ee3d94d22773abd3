import { expect, it } from 'vitest';
import { queueImport } from '#server/app/queue-import.ts';
import { cancelImport, rollBackImport } from '#server/app/roll-back-import.ts';
import { runImport } from '#server/app/run-import.ts';
import { getImport } from '#server/storage/imports.ts';
import {
	administrator,
	aFolder,
	importRows,
	openTestDeps,
	toCsv,
	writeFileIn,
	type TestDeps
} from './deps.ts';

const day = '2026-05-05';
const rows = Array.from({ length: 1300 }, (_, at) => ({
	complaint_id: at % 2 === 0 ? `c-${at % 900}` : null,
	received_on: at % 100 === 7 ? 'never' : day,
	text: at % 50 === 0 ? `They called ${at} times.` : ''
}));

async function aQueued(deps: TestDeps, content: readonly Record<string, string | null>[] = rows) {
	return queueImport(deps, administrator, {
		path: writeFileIn(aFolder(), 'complaints.csv', toCsv(content))
	});
}

async function stored({ store }: TestDeps) {
	const feedback = await store.db
		.selectFrom('feedback')
		.select(['identity', 'contentHash'])
		.orderBy('identity')
		.execute();
	const issues = await store.db.selectFrom('importIssue').select(['importId', 'line']).execute();
	return { feedback, issues };
}

it('writes nothing more of an import that another process has taken over, and leaves its end to that one', async () => {
	const deps = await openTestDeps();
	const importId = await aQueued(deps);
	let takenOver: unknown;
	const mine = runImport(deps, administrator, {
		importId,
		onProgress: () => {
			takenOver ??= deps.store.db
				.updateTable('import')
				.set({ worker: 'elsewhere:1' })
				.where('id', '=', importId)
				.execute();
		}
	});
	await expect(mine).rejects.toMatchObject({ code: 'busy' });
	const row = await getImport(deps.store, importId);
	expect(row).toMatchObject({ status: 'running', worker: 'elsewhere:1', readCount: 500, failure: null });
});

it('stays rolled back when it was rolled back while it was under way elsewhere', async () => {
	const deps = await openTestDeps();
	const importId = await aQueued(deps);
	let rolledBack: Promise<unknown> | undefined;
	const run = runImport(deps, administrator, {
		importId,
		onProgress: () => {
			rolledBack ??= deps.store.db
				.updateTable('import')
				.set({ status: 'failed' })
				.where('id', '=', importId)
				.execute()
				.then(() => rollBackImport(deps, administrator, importId));
		}
	});
	await expect(run).rejects.toMatchObject({ code: 'busy' });
	await rolledBack;
	expect((await getImport(deps.store, importId))?.status).toBe('rolled_back');
	expect((await stored(deps)).feedback).toEqual([]);
});

it('a cancelled import that waits is never begun, and one that has begun ends as cancelled', async () => {
	const deps = await openTestDeps();
	const waiting = await aQueued(deps);
	await cancelImport(deps, administrator, waiting);
	expect((await getImport(deps.store, waiting))?.status).toBe('cancelled');
	const begun = await aQueued(deps);
	let cancelled: Promise<unknown> | undefined;
	await runImport(deps, administrator, {
		importId: begun,
		onProgress: () => void (cancelled ??= cancelImport(deps, administrator, begun))
	});
	await cancelled;
	const row = await getImport(deps.store, begun);
	expect(row?.status).toBe('cancelled');
	expect(row?.readCount).toBeLessThan(rows.length);
	await expect(cancelImport(deps, administrator, begun)).rejects.toMatchObject({ code: 'bad-input' });
});

it('two processes that import the same file at once store each row once, and account for every one', async () => {
	const alone = await openTestDeps();
	await importRows(alone, rows);
	const dataDir = aFolder();
	const [one, other] = [await openTestDeps({ dataDir }), await openTestDeps({ dataDir })];
	const [first, second] = [await aQueued(one), await aQueued(other)];
	await Promise.all([
		runImport(one, administrator, { importId: first }),
		runImport(other, administrator, { importId: second })
	]);
	const identities = ({ feedback }: Awaited<ReturnType<typeof stored>>) => feedback.length;
	expect(identities(await stored(one))).toBe(identities(await stored(alone)));
	let storedCount = 0;
	for (const id of [first, second]) {
		const row = await getImport(one.store, id);
		expect(row).toMatchObject({ status: 'done', readCount: rows.length, issueCount: 13 });
		const accounted = row!.storedCount + row!.updatedCount + row!.unchangedCount + row!.issueCount;
		expect(accounted).toBe(rows.length);
		storedCount += row!.storedCount;
	}
	expect(storedCount).toBe(identities(await stored(one)));
});
