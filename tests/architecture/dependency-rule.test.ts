import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doors, layers } from '../lint/layers.js';

const top = resolve(import.meta.dirname, '../..');
const depcruise = join(top, 'node_modules/.bin/depcruise');

interface Violation {
	readonly rule: { readonly name: string };
	readonly from: string;
}

function runCheck(folder: string, outputType: string): { exitCode: number | null; output: string } {
	const config = join(top, 'tests/lint/dependency-cruiser.js');
	const args = ['--config', config, '--output-type', outputType, 'src', 'db'];
	const run = spawnSync(depcruise, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
	return { exitCode: run.status, output: run.stdout.replace(/\s+/g, ' ') };
}

function findViolations(folder: string): readonly string[] {
	const { summary } = JSON.parse(runCheck(folder, 'json').output) as {
		summary: { violations: readonly Violation[] };
	};
	return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}

/** Rule broken → the file that breaks it and its text. */
const planted: Readonly<Record<string, readonly [file: string, text: string]>> = {
	'layer-domain': ['src/core/domain/planted.ts', `import '../text/target.ts';`],
	'layer-text': ['src/core/text/planted.ts', `import '#core/nlp/target.ts';`],
	'layer-nlp': ['src/core/nlp/planted.ts', `import '#core/stats/target.ts';`],
	'layer-stats': ['src/core/stats/planted.ts', `import type { target } from '#core/text/target.ts';`],
	'layer-ingest': ['src/core/ingest/planted.ts', `import '#core/nlp/target.ts';`],
	'layer-reports': ['src/core/reports/planted.ts', `import '#lib/format/target.ts';`],
	'layer-url': ['src/lib/url/planted.ts', `import '#lib/format/target.ts';`],
	'layer-format': ['src/lib/format/planted.ts', `import '#lib/i18n/target.ts';`],
	'layer-i18n': ['src/lib/i18n/planted.ts', `import '#lib/url/target.ts';`],
	'layer-charts': ['src/lib/charts/planted.ts', `import '#lib/i18n/target.ts';`],
	'layer-ui': [
		'src/lib/ui/Planted.svelte',
		`<script lang="ts">\n\timport { target } from '#server/app/target.ts';\n\tlet { n }: { n: number } = $props();\n</script>\n\n<p>{target} {n}</p>`
	],
	'layer-storage': ['src/lib/server/storage/planted.ts', `import '../app/target.ts';`],
	'layer-facts': ['src/lib/server/facts/planted.ts', `import '#core/stats/target.ts';`],
	'layer-app': ['src/lib/server/app/planted.ts', `import '../http/target.ts';`],
	'layer-jobs': ['src/lib/server/jobs/planted.ts', `import '../storage/target.ts';`],
	'layer-http': ['src/lib/server/http/planted.ts', `export const load = () => import('../facts/target.ts');`],
	'layer-cli': ['src/cli/planted.ts', `import '#core/ingest/target.ts';`],
	'layer-routes': ['src/routes/+page.server.ts', `import '#server/storage/target.ts';`],
	'layer-hooks': ['src/hooks.server.ts', `import '#server/facts/target.ts';`],
	'layer-migrations': ['db/migrations/planted.ts', `import '#core/domain/target.ts';`],
	'layer-packs': ['db/packs/planted.ts', `import '#core/domain/target.ts';`],
	'layer-seed': ['db/seed/planted.ts', `import '#server/storage/target.ts';`],
	'door-natural': ['src/core/text/stem.ts', `import 'natural/lib/natural/stemmers/index.js';`],
	'door-opencc-js': ['src/core/nlp/opencc.ts', `import 'opencc-js/t2cn';`],
	'door-stdlib': ['src/lib/server/app/quantile.ts', `import '@stdlib/stats-base-dists-normal-quantile';`],
	'door-readers': ['src/core/ingest/importers/csv.ts', `import 'csv-parse/sync';`],
	'door-kysely': ['src/lib/server/app/query.ts', `import type { Kysely } from 'kysely';`],
	'door-better-sqlite3': ['src/lib/server/storage/query.ts', `import 'better-sqlite3';`],
	'door-pg': ['src/lib/server/facts/pg.ts', `import 'pg';`],
	'door-duckdb': ['src/lib/server/storage/duck.ts', `import '@duckdb/node-api';`],
	'door-echarts': [
		'src/lib/ui/Pie.svelte',
		`<script>\n\timport * as echarts from 'echarts/core';\n</script>`
	],
	'door-echarts-types': ['src/lib/charts/pie.ts', `import { init } from 'echarts/core';`],
	'door-report-files': ['src/lib/server/app/print.ts', `import 'pdfmake';`],
	'door-commander': ['src/lib/server/jobs/command.ts', `import 'commander';`],
	'door-kit': ['src/lib/ui/go.ts', `import '@sveltejs/kit';`],
	'door-pino': ['src/lib/server/http/log.ts', `import 'pino';`],
	'door-zod': ['src/lib/url/parse.ts', `import 'zod';`],
	'no-cycles': ['src/core/domain/cycle-a.ts', `import './cycle-b.ts';`],
	'core-is-plain': ['src/core/text/page.ts', `import type { Component } from 'svelte';`],
	'kit-modules-in-pages-only': ['src/lib/charts/kit.ts', `import '$app/state';`],
	'natural-by-part': ['src/core/nlp/all.ts', `import 'natural';`],
	'no-tests-in-the-product': ['src/core/nlp/tested.ts', `import './target.test.ts';`],
	'runs-without-dev-packages': ['src/cli/dev.ts', `import 'vite';`],
	'must-resolve': ['src/lib/format/lost.ts', `import '#lib/format/nowhere.ts';`]
};

/** What each rule lets through: none of these may be reported. */
const allowed: readonly (readonly [file: string, text: string])[] = [
	['src/core/domain/cycle-b.ts', `export const load = () => import('./cycle-a.ts');`],
	['src/core/nlp/target.test.ts', `import '#server/app/target.ts';\nimport 'kysely';`],
	[
		'src/lib/charts/typed.ts',
		`import type { EChartsOption } from 'echarts';\nimport '#lib/format/target.ts';`
	],
	['src/routes/+layout.svelte', `<script>\n\timport '../app.css';\n</script>`],
	['src/app.css', ''],
	['src/lib/server/app/picture.ts', `import './render-chart.ts';`],
	['src/lib/server/app/render-chart.ts', `import 'echarts/core';`],
	['src/lib/ui/Chart.svelte', `<script>\n\timport * as echarts from 'echarts/core';\n</script>`],
	['src/lib/server/storage/connect-sqlite.ts', `import 'better-sqlite3';\nimport 'kysely';`],
	['src/core/nlp/stem.ts', `import 'natural/lib/natural/stemmers/index.js';\nimport '#core/text/target.ts';`],
	[
		'src/routes/+page.ts',
		`import type { PageLoad } from './$types';\nimport '#server/app/target.ts';\nimport '$app/state';`
	],
	['db/seed/load.ts', `import '#server/app/target.ts';`]
];

const twin = mkdtempSync(join(tmpdir(), 'earshot-dependency-rule-'));

function write(file: string, text: string): void {
	mkdirSync(dirname(join(twin, file)), { recursive: true });
	writeFileSync(join(twin, file), `${text}\n`);
}

beforeAll(() => {
	symlinkSync(join(top, 'node_modules'), join(twin, 'node_modules'));
	for (const file of ['package.json', 'tsconfig.json']) cpSync(join(top, file), join(twin, file));
	const folders = Object.values(layers).flatMap(({ in: path }) => /^\^([a-z/0-9]+)\/$/.exec(path)?.[1] ?? []);
	for (const folder of folders) write(`${folder}/target.ts`, 'export const target = 1;');
	for (const [file, text] of [...Object.values(planted), ...allowed]) write(file, text);
});
afterAll(() => rmSync(twin, { recursive: true }));

test('every layer and every door has a planted violation', () => {
	const rules = [
		...Object.keys(layers).map((name) => `layer-${name}`),
		...Object.keys(doors).map((name) => `door-${name}`)
	];
	expect(Object.keys(planted)).toEqual(expect.arrayContaining(rules));
});

test('each planted violation is reported under its rule’s name, and nothing else is', () => {
	const expected = Object.entries(planted).map(([rule, [file]]) => `${rule}: ${file}`);
	expect(findViolations(twin)).toEqual(expected.sort());
});

test('a violation fails the check and says what to do instead', () => {
	const { exitCode, output } = runCheck(twin, 'err-long');
	expect(exitCode).toBeGreaterThan(0);
	expect(output).toContain('src/lib/ui/Planted.svelte');
	expect(output).toContain(layers['ui']?.instead ?? 'nothing');
});

test('the project keeps the rule', () => {
	expect(findViolations(top)).toEqual([]);
});
