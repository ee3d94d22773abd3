import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { findChanges } from '../../docs/generate/find-changes.ts';
import { formatCreateTable, formatStatement } from '../../docs/generate/format-sql.ts';
import { questionSamples } from '../../docs/generate/question-samples.ts';
import { sampleFilter } from '../../docs/generate/sample-rows.ts';
import { sampledQuestions } from '../../docs/generate/sql-pages.ts';

const top = resolve(import.meta.dirname, '../..');

test('generated files are as their sources would make them: else run npm run docs', async () => {
	const changes = await findChanges(top);
	expect(
		changes.map(({ path }) => path),
		'Run npm run docs, look at the difference, and commit it.'
	).toEqual([]);
});

test('a question without a sample is named', () => {
	expect(() => sampledQuestions(['count-feedback.ts', 'count-by-moon.ts'])).toThrow(
		'src/lib/server/facts/questions/count-by-moon.ts has no sample: add one to docs/generate/question-samples.ts'
	);
});

test('a sample without a question is named', () => {
	const files = readdirSync(resolve(top, 'src/lib/server/facts/questions'));
	expect(Object.keys(questionSamples).filter((name) => !files.includes(`${name}.ts`))).toEqual([]);
});

test('the sample filter uses every field', () => {
	const fields = Object.keys(emptyFilter) as (keyof Filter)[];
	const unused = fields.filter(
		(field) => JSON.stringify(sampleFilter[field]) === JSON.stringify(emptyFilter[field])
	);
	expect(unused).toEqual([]);
});

test('a statement keeps every character but the spaces at which it is broken', () => {
	const sql = `select "from where" from "a" where ("b" = 'x and y' and "c" in (select "d" from "e")) order by "b"`;
	expect(formatStatement({ sql, parameters: [] })).toBe(
		[
			'select "from where"',
			'from "a"',
			`where ("b" = 'x and y'`,
			'\tand "c" in (select "d"',
			'\t\tfrom "e"))',
			'order by "b";'
		].join('\n')
	);
	expect(formatStatement({ sql: 'select ?, ?', parameters: ["it's", 3] })).toBe(
		"select ?, ?;\n-- values: 'it''s', 3"
	);
});

test('a table is broken at its columns only', () => {
	expect(formatCreateTable('CREATE TABLE "T" ("a" integer NOT NULL, constraint "u" unique ("a", "b"))')).toBe(
		'create table "T" (\n\t"a" integer not null,\n\tconstraint "u" unique ("a", "b")\n);'
	);
});
