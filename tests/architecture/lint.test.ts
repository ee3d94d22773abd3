import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint({
	cwd: resolve(import.meta.dirname, '../..'),
	overrideConfigFile: 'tests/lint/eslint.config.js'
});

/** Rules broken by `code` if it stood in `file`. */
async function lint(file: string, code: string): Promise<readonly (string | null)[]> {
	const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
	return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? ['not linted'];
}

const module = 'src/lib/format/planted.ts';
const component = 'src/lib/ui/Planted.svelte';
const script = (body: string, markup = '') => `<script lang="ts">\n\t${body}\n</script>\n\n${markup}`;

test.for([
	['an enum', module, 'export enum Grain { Day }', 'no-restricted-syntax'],
	['export *', module, `export * from './tag.ts';`, 'no-restricted-syntax'],
	['a default export', module, 'export default 1;', 'no-restricted-syntax'],
	['console', module, `console.log('hello');`, 'no-console'],
	[
		'a type alias for a shape',
		module,
		'export type A = { b: 1 };',
		'@typescript-eslint/consistent-type-definitions'
	],
	['raw HTML', component, script('let { html } = $props();', '{@html html}'), 'no-restricted-syntax'],
	[
		'a type of the server in a component',
		component,
		script(`import type { A } from '#server/app/a.ts';\n\tlet { a }: { a: A } = $props();`, '{a}'),
		'@typescript-eslint/no-restricted-imports'
	],
	[
		'a type of the store in a page',
		'src/routes/+page.svelte',
		script(`import type { A } from '#server/storage/a.ts';\n\tconst a: A = 1;`, '{a}'),
		'@typescript-eslint/no-restricted-imports'
	]
] as const)('%s is reported', async ([, file, code, rule]) => {
	expect(await lint(file, code)).toEqual([rule]);
});

test.for([
	['console in a command', 'src/cli/planted.test.ts', `console.log('hello');`],
	[
		'raw SVG in the chart component',
		'src/lib/ui/ServerDrawing.svelte',
		script('let { svg } = $props();', '{@html svg}')
	],
	['a default export in a config file', 'knip.config.js', 'export default {};']
] as const)('%s is not', async ([, file, code]) => {
	expect(await lint(file, code)).toEqual([]);
});

test('a file over 300 lines and a component over 200 are reported', async () => {
	expect(await lint('tests/planted.ts', 'void 0;\n'.repeat(300))).toEqual(['max-lines']);
	expect(await lint(component, '<p>line</p>\n'.repeat(200))).toEqual(['max-lines']);
});

test.for(['src/lib/server/storage/a.ts', 'src/cli/a.ts', 'src/routes/+page.server.ts', 'db/seed/a.ts'])(
	'a floating promise in %s is reported',
	async (file) => {
		const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, unknown> };
		expect(rules['@typescript-eslint/no-floating-promises']).toEqual([2]);
	}
);
