import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/domain/actor.ts';
import { importFile } from '#server/app/import-file.ts';
import {
	administrator,
	aFolder,
	dump,
	importRows,
	openTestDeps,
	writeFileIn,
	type TestDeps
} from './deps.ts';
import { organisationRows } from './scene.ts';

const said = 'They called my mother twice';

/** Files people try to import by mistake, and words of the sentence they get. */
const badFiles: readonly (readonly [what: string, content: string | Uint8Array, says: RegExp])[] = [
	['an empty file', '', /is empty/],
	['a file of blank lines', '\n\n  \n', /is empty/],
	['a binary file', Buffer.from([1, 2, 0, 3, 255]), /binary/],
	['a workbook cut off', Buffer.from('PK\x03\x04rest'), /damaged zip file or workbook/],
	['text in UTF-16 that is no table', Buffer.from(`\ufeff${said}`, 'utf16le'), /must be the header/],
	[
		'text of no encoding',
		Buffer.from([0xcd, 0xb6, 0xff, 0x80, 0x2c, 0x0a]),
		/neither UTF-8, UTF-16, GB18030/
	],
	['a broken gzip file', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4]), /gzip/],
	['a JSON array of other names', `[{"words": "${said}"}]`, /none of the column names/],
	['a JSON array of no objects', `[{"words": "${said}", {"a": 1}`, /no object in its array/],
	['a header of other columns', `date,words\n2026-01-01,${said}\n`, /none of the column names/],
	['a header without a required column', `complaint_id,text\n1,${said}\n`, /missing received_on/],
	['no header at all', `2026-01-01,"${said}"\n2026-01-02,"${said}"\n`, /must be the header/],
	['a column named twice', `text,text,received_on\n${said},,2026-01-01\n`, /more than once/],
	['a column without a name', `received_on,,text\n2026-01-01,${said},\n`, /columns without a name \(2\)/]
];

describe('a file that is none', () => {
	let deps: TestDeps;
	let before: Awaited<ReturnType<typeof dump>>;
	beforeAll(async () => {
		deps = await openTestDeps();
		await importRows(deps, organisationRows);
		before = await dump(deps);
	});

	async function refuse(path: string, importerId?: string): Promise<string> {
		const failure = await importFile(deps, administrator, {
			path,
			...(importerId ? { importerId } : {})
		}).then(
			() => null,
			(error: Error) => error
		);
		expect(failure).toMatchObject({ name: 'EarshotError' });
		expect(await dump(deps)).toEqual(before);
		return failure?.message ?? '';
	}

	it.each(badFiles)('%s: one sentence, and nothing is stored', async (_what, content, says) => {
		const message = await refuse(writeFileIn(aFolder(), 'mistake.csv', content));
		expect(message).toMatch(says);
		expect(message).toMatch(/^“mistake\.csv”[^\n]+\.$/);
		expect(message).not.toContain(said);
	});

	it('no file at all', async () => {
		expect(await refuse(join(aFolder(), 'nothing.csv'))).toMatch(
			/^There is no file “.*nothing\.csv”: check the path\.$/
		);
	});

	it('a folder', async () => {
		const folder = join(aFolder(), 'folder');
		mkdirSync(folder);
		expect(await refuse(folder)).toBe('“folder” is a folder: give the file to import.');
	});

	it('an importer that does not exist, or does not fit', async () => {
		const path = writeFileIn(aFolder(), 'good.csv', `received_on,text\n2026-01-01,${said}\n`);
		expect(await refuse(path, 'excel')).toMatch(/no importer “excel”: choose one of complaints, /);
		expect(await refuse(path, 'cfpb')).toMatch(/“cfpb” does not fit this header/);
	});

	it('a header without rows is an import of nothing', async () => {
		const { counts } = await importRows(await openTestDeps({ inMemory: true }), 'received_on,text\n');
		expect(counts).toEqual({ read: 0, stored: 0, updated: 0, unchanged: 0, issues: 0 });
	});

	it('anybody but who may import is refused before the file is looked at', async () => {
		for (const role of ['reporter', 'manager'] as const) {
			const actor: Actor = { id: role, name: 'Lin', role, scope: null };
			await expect(importFile(deps, actor, { path: '/nowhere' })).rejects.toMatchObject({
				code: 'forbidden'
			});
		}
		expect(await dump(deps)).toEqual(before);
	});
});
