import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from '../../svelte.config.js';

const configFiles = ['*.config.{js,ts}', 'tests/lint/*.js', 'tests/e2e/playwright.config.ts'];
const talksToTerminal = ['src/cli/**', 'db/seed/**', 'tests/**', 'docs/**'];

const noEnum = {
	selector: 'TSEnumDeclaration',
	message:
		"Write a union of strings (type Grain = 'day' | 'week'): Node runs TypeScript by stripping types, and an enum is not a type."
};
const noExportAll = {
	selector: 'ExportAllDeclaration',
	message:
		'Export by name, and import from the file that defines it: a reader finds it at once, and knip finds what is unused.'
};
const noDefaultExport = {
	selector: 'ExportDefaultDeclaration',
	message: 'Export by name: it is then called the same everywhere. Only config files need a default export.'
};
const noRawHtml = {
	selector: 'SvelteMustacheTag[kind="raw"]',
	message:
		'Write {text}: {@html} would run what a borrower wrote. Only ServerDrawing.svelte draws SVG that the server rendered.'
};

/** dependency-cruiser does not see type imports inside .svelte files; these keep to their layer's row too. @param {string} files @param {string} regex @param {string} message */
function restrictSvelteImports(files, regex, message) {
	return {
		files: [files],
		rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex, message }] }] }
	};
}

export default defineConfig(
	globalIgnores([
		'build/',
		'.svelte-kit/',
		'src/lib/i18n/paraglide/',
		'docs/generated/',
		'test-results/',
		'data/'
	]),
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-console': 'error',
			'no-restricted-syntax': ['error', noEnum, noExportAll, noDefaultExport, noRawHtml],
			'no-restricted-globals': [
				'error',
				{ name: 'alert', message: 'Show the message in the page.' },
				{ name: 'confirm', message: 'Ask in the page.' }
			],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'max-lines': ['error', 300],
			'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{
							name: '$app/stores',
							message: 'Import page or navigating from $app/state: stores are gone in SvelteKit 3.'
						}
					]
				}
			],
			'@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		// One untouched promise loses an error or an import, so the code that writes and serves is checked with types.
		files: ['src/{core,cli,routes}/**/*.ts', 'src/lib/server/**/*.ts', 'src/hooks.server.ts', 'db/**/*.ts'],
		ignores: ['**/*.test.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: {
			'max-lines': ['error', 200],
			'svelte/no-at-html-tags': 'off',
			'svelte/button-has-type': 'error',
			// Links are built by src/lib/url as query strings; the product is served from the root of its host.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	restrictSvelteImports(
		'src/lib/ui/**/*.svelte',
		'^#(server/|db/|core/(?!domain/))',
		'A component gets its data as props from the page’s load; it may import domain, url, format, i18n and charts.'
	),
	restrictSvelteImports(
		'src/routes/**/*.svelte',
		'^#(server/(?!app/|http/)|db/|core/(?!domain/))',
		'A page gets its data from its load, which calls a verb of src/lib/server/app.'
	),
	{
		files: ['src/lib/ui/ServerDrawing.svelte'],
		rules: { 'no-restricted-syntax': ['error', noEnum, noExportAll, noDefaultExport] }
	},
	{ files: configFiles, rules: { 'no-restricted-syntax': ['error', noEnum, noExportAll] } },
	{ files: talksToTerminal, rules: { 'no-console': 'off' } },
	{
		// Tests, example data and schemas are lists: splitting one hides it.
		files: ['tests/**', '**/*.{test,fixture}.ts', 'db/migrations/**'],
		rules: { 'max-lines-per-function': 'off' }
	}
);
