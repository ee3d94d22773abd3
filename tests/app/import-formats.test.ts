import { beforeAll, describe, expect, it } from 'vitest';
import { formatsOf, readFixture, separated } from '../formats/rewrite.ts';
import { importRows, openTestDeps, type TestDeps } from './deps.ts';

const tables = [
	['the CFPB’s complaints', 'cfpb', 'gb18030', 200],
	['complaints in simplified Chinese', 'simplified', 'gb18030', 100],
	['complaints in traditional Chinese', 'traditional', 'big5', 80]
] as const;

describe.each(tables)('%s', async (_title, fixture, regional, rows) => {
	const table = readFixture(fixture);
	const formats = await formatsOf(table, regional);
	let deps: TestDeps;
	let plain: Awaited<ReturnType<typeof importAlone>>;

	/** Imports into a store without feedback, and all that is then stored but for what each import counts for itself. */
	async function importAlone(content: string | Uint8Array) {
		const { db } = deps.store;
		for (const name of ['tag', 'templateBand', 'feedback'] as const) await db.deleteFrom(name).execute();
		const { importer, counts, issues, ignoredColumns } = await importRows(deps, content, 'upload');
		const feedback = await db.selectFrom('feedback').selectAll().orderBy('id').execute();
		const own = { id: null, importId: null, lastImportId: null, recordedAt: null, templateId: null };
		const stored = feedback.map((row) => JSON.stringify({ ...row, ...own }));
		return { importer, counts, issues, ignoredColumns, stored };
	}

	beforeAll(async () => {
		deps = await openTestDeps({ inMemory: true });
		plain = await importAlone(separated(table, ','));
	});

	it('are all stored from plain CSV in UTF-8', () => {
		expect(plain).toMatchObject({
			counts: { read: rows, stored: rows, updated: 0, unchanged: 0, issues: 0 },
			issues: []
		});
		expect(plain.stored).toHaveLength(rows);
	});

	it.each(formats)('are stored alike from %s', async (_format, content) => {
		expect(await importAlone(content)).toEqual(plain);
	});
});
