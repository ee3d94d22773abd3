import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EarshotError } from '#core/domain/errors.ts';
import type { RowIssue } from '#core/domain/import.ts';
import { assembleOrganisation } from '#core/ingest/assemble-organisation.ts';
import type { OrganisationRow } from '#core/ingest/importer.ts';
import { openFile } from '#core/ingest/read-file.ts';
import { chooseImporter, ignoredColumns, importers, type AnyImporter } from '#core/ingest/registry.ts';
import { isIssue } from '#core/ingest/row.ts';

const top = resolve(import.meta.dirname, 'importers');
const cases = readdirSync(top);

interface Outcome {
	readonly refused?: string;
	readonly importer?: string;
	readonly ignored?: string;
	readonly values?: readonly object[];
	readonly issues?: readonly RowIssue[];
	readonly assembled?: ReturnType<typeof assembleOrganisation>;
}

/** Everything that becomes of a file, or the sentence with which it is refused. */
async function outcomeOf(path: string): Promise<Outcome> {
	try {
		const file = await openFile(path);
		const importer = chooseImporter(file);
		const values: object[] = [];
		const issues: RowIssue[] = [];
		for await (const row of file.rows()) {
			const mapped = isIssue(row) ? { ok: false as const, issues: [row] } : importer.map(row);
			if (mapped.ok) values.push(mapped.value);
			else issues.push(...mapped.issues);
		}
		const ignored = ignoredColumns(importer, file.header).join(', ');
		const outcome = { importer: importer.id, ignored, values, issues };
		if (importer.produces !== 'organisation') return outcome;
		return { ...outcome, assembled: assembleOrganisation(values as OrganisationRow[]) };
	} catch (error) {
		if (error instanceof EarshotError) return { refused: error.message };
		throw error;
	}
}

async function outcomeOfText(text: string): Promise<Outcome> {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-example-'));
	try {
		writeFileSync(join(folder, 'example'), text);
		return await outcomeOf(join(folder, 'example'));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

describe('each folder holds a file and what becomes of it; a missing expected.json is written, except on CI', () => {
	test.each(cases)('%s', async (name) => {
		const input = readdirSync(join(top, name)).find((file) => file.startsWith('input.'));
		const outcome = await outcomeOf(join(top, name, input ?? 'input.csv'));
		const expected = join(top, name, 'expected.json');
		if (!existsSync(expected) && !process.env.CI)
			writeFileSync(expected, `${JSON.stringify(outcome, null, '\t')}\n`);
		expect(outcome).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
	});
});

describe('the examples of docs/data-formats.md', () => {
	const page = readFileSync(resolve(import.meta.dirname, '../../docs/data-formats.md'), 'utf8');
	const examples = [...page.matchAll(/^```(csv|jsonl)\n(.+?)^```/gms)].map(([, format, text]) => ({
		format,
		text: text!
	}));

	test('are there for each kind of file of our own', async () => {
		const chosen = await Promise.all(examples.map(({ text }) => outcomeOfText(text)));
		expect(chosen.map(({ importer }) => importer).sort()).toEqual(
			Object.keys(importers)
				.filter((id) => !/^(cfpb|chatwoot|zendesk)/.test(id))
				.sort()
		);
	});

	test.each(examples)('are taken without an issue: $text', async ({ text }) => {
		const { values, issues, ignored, assembled } = await outcomeOfText(text);
		expect(values?.length).toBeGreaterThan(0);
		expect({ issues, ignored, conflicts: assembled?.issues ?? [] }).toEqual({
			issues: [],
			ignored: '',
			conflicts: []
		});
	});
});

describe.each(Object.entries<AnyImporter>(importers))('the importer %s', (id, importer) => {
	const required = importer.columns.filter((column) => column.required).map(({ name }) => name);

	test('has a folder here with good and bad rows', () => {
		const outcomes = cases.map((name) => JSON.parse(readFileSync(join(top, name, 'expected.json'), 'utf8')));
		const own = outcomes.filter((outcome) => outcome.importer === id);
		expect(own.some(({ values }) => values.length > 0)).toBe(true);
		expect(own.some(({ issues }) => issues.length > 0)).toBe(true);
	});

	test('documents itself: its id, both languages, every column once', () => {
		const names = importer.columns.map(({ name }) => name);
		const texts = [importer.name, ...importer.columns.map(({ meaning }) => meaning)];
		expect(importer.id).toBe(id);
		expect(new Set(names).size).toBe(names.length);
		expect(texts.filter(({ en, zh }) => !/[a-z]/i.test(en) || !/\p{Script=Han}/u.test(zh))).toEqual([]);
	});

	test('is the one chosen for a file with just its required columns', () => {
		expect(chooseImporter({ name: 'x.csv', header: required }).id).toBe(id);
	});

	test('makes a value or issues of any row, and no issue shows a text or a long number', () => {
		const secret = 'borrower-said-this';
		const cell = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('', '2026-03-05', 'yes', 'phone', 'M1', '3', '13812345678')
		);
		const row = fc.record(Object.fromEntries(importer.columns.map(({ name }) => [name, cell])), {
			requiredKeys: []
		});
		fc.assert(
			fc.property(row, (values) => {
				const texts = ['text', 'comment', 'Consumer complaint narrative'].map((name) => [name, secret]);
				const mapped = importer.map({ line: 7, values: { ...values, ...Object.fromEntries(texts) } });
				const issues = mapped.ok ? [] : mapped.issues;
				expect(mapped.ok || issues.length > 0).toBe(true);
				expect(issues.filter((issue) => issue.line !== 7 || /\p{Nd}{5}/u.test(issue.value ?? ''))).toEqual(
					[]
				);
				expect(JSON.stringify(issues)).not.toContain(secret);
			})
		);
	});
});
