import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encode } from 'iconv-lite';
import { expect, it } from 'vitest';
import type { ColumnMapping } from '#core/domain/mapping.ts';
import { continueImport } from '#server/app/continue-import.ts';
import { importProgress, imports, importView } from '#server/app/imports.ts';
import { openQueue } from '#server/app/import-queue.ts';
import { issuesCsv } from '#server/app/issues-csv.ts';
import { findUpload, keepUpload, safeName } from '#server/app/keep-upload.ts';
import { cancelImport, finishRollBack, requestRollBack } from '#server/app/roll-back-import.ts';
import { runImport } from '#server/app/run-import.ts';
import { checkUpload, importUpload, previewUpload } from '#server/app/upload-wizard.ts';
import { administrator, aFolder, importRows, openTestDeps, toCsv, type TestDeps } from './deps.ts';

const now = new Date('2026-07-14T04:00:00Z');
const rows = [
	{ 工单号: 'g-1', 受理日期: '2026年5月5日', 投诉内容: '他打电话给我同事。', 催收渠道: '电联催缴' },
	{ 工单号: 'g-2', 受理日期: '2026/5/6', 投诉内容: '一天打几十个电话。', 催收渠道: '电联催缴' },
	{ 工单号: 'g-3', 受理日期: '五月七日', 投诉内容: '短信威胁。', 催收渠道: '短信' }
];
const mapping: ColumnMapping = {
	columns: {
		complaint_id: { from: '工单号' },
		received_on: { from: '受理日期' },
		text: { from: '投诉内容' },
		channel: { from: '催收渠道' }
	},
	values: { channel: { 电联催缴: 'phone' } },
	dateOrder: 'year-first'
};

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
	yield new TextEncoder().encode(text);
}
async function anUpload(deps: TestDeps, content = toCsv(rows), name = '工单.csv'): Promise<string> {
	return keepUpload(deps, administrator, { name, content: bytesOf(content) });
}
function choiceOf(uploadId: string, chosen: ColumnMapping = mapping) {
	return { uploadId, importerId: 'complaints', mapping: chosen, allOrNothing: false };
}
async function feedbackCount({ store }: TestDeps): Promise<number> {
	const { length } = await store.db.selectFrom('feedback').select('id').execute();
	return length;
}

it('an upload is previewed, checked and imported as chosen; its file goes when the import is done', async () => {
	const deps = await openTestDeps();
	const uploadId = await anUpload(deps);
	const { path } = await findUpload(deps, uploadId);
	const first = await previewUpload(deps, administrator, { uploadId });
	expect(first.preview.importerId).toBe('complaints');
	expect(first.preview.mapping.columns).toEqual(mapping.columns);
	expect(first.preview.unknownWords).toEqual({ channel: ['电联催缴'] });
	expect(first.fitsAsIs).toBe(false);

	const { checked } = await checkUpload(deps, administrator, choiceOf(uploadId));
	expect(checked).toMatchObject({ read: 3, rowsWithIssues: 1 });
	expect(await feedbackCount(deps)).toBe(0);

	const importId = await importUpload(deps, administrator, choiceOf(uploadId));
	expect(await importUpload(deps, administrator, choiceOf(uploadId))).toBe(importId);
	await runImport(deps, administrator, { importId });
	expect(await importProgress(deps, administrator, importId)).toMatchObject({ status: 'done', readCount: 3 });
	expect(await feedbackCount(deps)).toBe(2);
	expect(existsSync(path)).toBe(false);

	const again = await previewUpload(deps, administrator, { uploadId: await anUpload(deps) });
	expect(again.preview.isRemembered).toBe(true);
	expect(again.preview.mapping).toEqual(mapping);
});

it('a file is read as stated, in the preview, the check and the import', async () => {
	const deps = await openTestDeps();
	const content = '编号;受理日期;投诉内容\ng-1;2026-05-05;他骂人, 还威胁。\n';
	async function* bytes() {
		yield encode(content, 'gb18030');
	}
	const uploadId = await keepUpload(deps, administrator, { name: '工单.csv', content: bytes() });
	const detected = await previewUpload(deps, administrator, { uploadId });
	expect(detected.preview.reading).toMatchObject({ encoding: 'gb18030', delimiter: ';', sheet: null });

	const opening = { encoding: 'gbk', delimiter: 'comma' };
	const wrong = await previewUpload(deps, administrator, { uploadId, opening });
	expect(wrong.preview.header).toEqual(['编号;受理日期;投诉内容']);

	const right = { encoding: 'gbk', delimiter: ';' };
	const view = await previewUpload(deps, administrator, { uploadId, opening: right });
	const choice = { ...choiceOf(uploadId, view.preview.mapping), opening: right };
	expect((await checkUpload(deps, administrator, choice)).checked).toMatchObject({ read: 1, issues: [] });
	const importId = await importUpload(deps, administrator, choice);
	await runImport(deps, administrator, { importId });
	const { import: row } = await importView(deps, administrator, importId);
	expect(JSON.parse(row.options)).toMatchObject({ opening: right });
	expect(row).toMatchObject({ status: 'done', storedCount: 1 });
});

it('imports of the same content, and of the same name, are told', async () => {
	const deps = await openTestDeps();
	const first = await importRows(deps, [{ received_on: '2026-05-05', text: 'x' }], 'a.csv');
	const other = await importRows(deps, [{ received_on: '2026-05-06', text: 'y' }], 'a.csv');
	const again = await importRows(deps, [{ received_on: '2026-05-05', text: 'x' }], 'a.csv');
	const view = await importView(deps, administrator, again.importId);
	expect(view.related.map(({ id, isSameContent }) => [id, isSameContent])).toEqual([
		[other.importId, false],
		[first.importId, true]
	]);
	const list = await imports(deps, administrator, undefined);
	expect(list.imports.map(({ sameContentAs }) => sameContentAs)).toEqual([first.importId, null, null]);
});

it('a file with our own header fits as it is', async () => {
	const deps = await openTestDeps({ inMemory: true });
	const content = toCsv([{ received_on: '2026-05-05', text: 'They keep calling.' }]);
	const { fitsAsIs } = await previewUpload(deps, administrator, { uploadId: await anUpload(deps, content) });
	expect(fitsAsIs).toBe(true);
});

it('members that only later JSON lines have are imported', async () => {
	const deps = await openTestDeps({ inMemory: true });
	const lines = [
		{ kind: 'complaint', received_on: '2026-05-05', text: 'They keep calling.' },
		...Array.from({ length: 60 }, (_, at) => ({
			kind: 'complaint',
			received_on: '2026-05-06',
			text: `They keep calling, ${at}.`
		})),
		{ kind: 'complaint', received_on: '2026-05-07', text: 'Threats.', channel: 'sms' }
	];
	const content = lines.map((line) => JSON.stringify(line)).join('\n');
	const uploadId = await anUpload(deps, content, 'a.jsonl');
	const { preview } = await previewUpload(deps, administrator, { uploadId });
	const chosen = { ...choiceOf(uploadId, preview.mapping), importerId: preview.importerId };
	await runImport(deps, administrator, { importId: await importUpload(deps, administrator, chosen) });
	const bySms = deps.store.db.selectFrom('feedback').select('id').where('channel', '=', 'sms');
	expect(await bySms.execute()).toHaveLength(1);
});

it('a needed column that comes from nowhere is named, and nothing is queued', async () => {
	const deps = await openTestDeps({ inMemory: true });
	const uploadId = await anUpload(deps);
	const open = { ...mapping, columns: { text: { from: '投诉内容' } } };
	await expect(importUpload(deps, administrator, choiceOf(uploadId, open))).rejects.toThrow('received_on');
	expect(await deps.store.db.selectFrom('import').select('id').execute()).toEqual([]);
});

it.each(['', '.', '..', '../earshot.db', 'x/y', '00000000-0000-4000-8000-000000000000', '%2e%2e'])(
	'“%s” is no upload',
	async (id) => {
		await expect(findUpload({ dataDir: aFolder() }, id)).rejects.toMatchObject({ code: 'not-found' });
	}
);

it.each([
	['../../etc/passwd', 'passwd'],
	['C:\\Users\\me\\投诉.csv', '投诉.csv'],
	['..', 'upload'],
	['', 'upload'],
	['a\0b.csv', 'ab.csv'],
	[`${'x'.repeat(300)}.csv.gz`, `${'x'.repeat(53)}.csv.gz`]
])('the name %j is kept as %s', (name, kept) => {
	expect(safeName(name)).toBe(kept);
});

it('uploads older than a day go, unless an import needs them', async () => {
	const deps = await openTestDeps();
	const [forgotten, needed, young] = [await anUpload(deps), await anUpload(deps), await anUpload(deps)];
	await importUpload(deps, administrator, choiceOf(needed));
	const age = (id: string, hours: number) => {
		const at = new Date(now.getTime() - hours * 3_600_000);
		utimesSync(join(deps.dataDir, 'uploads', id), at, at);
	};
	age(forgotten, 25);
	age(needed, 25);
	age(young, 23);
	const newest = await anUpload(deps);
	const kept = readdirSync(join(deps.dataDir, 'uploads'));
	expect(kept.toSorted()).toEqual([needed, young, newest].toSorted());
});

it('a cancelled import is continued, and not once its file is gone', async () => {
	const deps = await openTestDeps();
	const uploadId = await anUpload(deps);
	const importId = await importUpload(deps, administrator, choiceOf(uploadId));
	await expect(continueImport(deps, administrator, importId)).rejects.toMatchObject({ code: 'bad-input' });
	await cancelImport(deps, administrator, importId);
	expect((await importView(deps, administrator, importId)).can).toEqual({
		cancel: false,
		continue: true,
		rollBack: true
	});
	await continueImport(deps, administrator, importId);
	await runImport(deps, administrator, { importId });
	expect(await feedbackCount(deps)).toBe(2);

	const other = await importRows(deps, [{ received_on: '2026-05-05', text: 'x' }], 'a.csv');
	const set = { status: 'failed' as const, filePath: join(dirname(deps.dataDir), 'gone.csv') };
	await deps.store.db.updateTable('import').set(set).where('id', '=', other.importId).execute();
	await expect(continueImport(deps, administrator, other.importId)).rejects.toMatchObject({
		code: 'bad-file'
	});
});

it('a rolling back that was asked for is the next thing to do, and keeps who asked and when the import ended', async () => {
	const deps = await openTestDeps();
	const { importId } = await importRows(deps, [{ received_on: '2026-05-05', text: 'They keep calling.' }]);
	const { import: before } = await importView(deps, administrator, importId);
	await requestRollBack(deps, { ...administrator, id: 'someone' }, importId);
	await expect(requestRollBack(deps, administrator, importId)).rejects.toMatchObject({ code: 'busy' });
	expect(await feedbackCount(deps)).toBe(1);

	const queue = await openQueue({ storeLocation: join(deps.dataDir, 'earshot.db') }, deps.log);
	expect(await queue.next()).toEqual({ importId, kind: 'roll-back' });
	await finishRollBack(deps, administrator, importId);
	expect(await queue.next()).toBeNull();
	await queue.close();
	expect(await feedbackCount(deps)).toBe(0);
	const { import: after } = await importView(deps, administrator, importId);
	expect(after).toMatchObject({
		status: 'rolled_back',
		rolledBackBy: 'someone',
		rolledBackAt: now.toISOString(),
		finishedAt: before.finishedAt
	});
});

it('a rolling back whose process was killed is taken up again; one that another process is at is not', async () => {
	const deps = await openTestDeps();
	const { importId } = await importRows(deps, [{ received_on: '2026-05-05', text: 'They keep calling.' }]);
	await requestRollBack(deps, administrator, importId);
	const by = (worker: string) =>
		deps.store.db.updateTable('import').set({ worker }).where('id', '=', importId).execute();
	const { hostname } = await import('node:os');
	await by(`${hostname()}:${process.ppid}`);
	await expect(finishRollBack(deps, administrator, importId)).rejects.toMatchObject({ code: 'busy' });
	await by(`${hostname()}:999999999`);
	await finishRollBack(deps, administrator, importId);
	expect(await feedbackCount(deps)).toBe(0);
});

it('all issues are downloaded by line, more than one page of them, with formulas made harmless', async () => {
	const deps = await openTestDeps({ inMemory: true });
	const bad = Array.from({ length: 1500 }, () => ({ received_on: '=1+1', text: 'x', channel: 'pigeon' }));
	const { importId } = await importRows(deps, bad);
	let csv = '';
	for await (const chunk of await issuesCsv(deps, administrator, importId)) csv += chunk;
	const lines = csv.trimEnd().split('\r\n');
	expect(lines[0]).toBe('\uFEFFline,column,code,message,value_masked');
	expect(lines).toHaveLength(1 + 2 * bad.length);
	expect(lines.filter((line) => line.endsWith(",'=1+1"))).toHaveLength(bad.length);
	expect(lines.at(-1)?.startsWith('1501,')).toBe(true);
});
