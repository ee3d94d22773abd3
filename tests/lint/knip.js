/** @type {import('knip').KnipConfig} */
export default {
	entry: [
		'src/cli/{main,start}.ts!',
		'db/migrations/*.ts!',
		'db/seed/load.ts!',
		'tests/bench/*.ts',
		'tests/lint/*.js',
		'tests/e2e/{playwright.config,copy-store}.ts',
		'**/*.test.ts'
	],
	project: ['src/**/*.{ts,js,svelte,css}!', 'db/**/*.ts!', 'tests/**/*.{ts,js}', 'docs/**/*.ts'],
	ignoreDependencies: [
		// Run by tests/run.ts.
		'svelte-check',
		// Named by path in src/lib/i18n/project.inlang/settings.json.
		'@inlang/plugin-message-format',
		// Resolved by path in src/lib/server/app/report-renderers/pdf-fonts.ts.
		'@fontsource/noto-emoji',
		'@fontsource/noto-sans-sc'
	],
	ignoreExportsUsedInFile: { interface: true, type: true }
};
