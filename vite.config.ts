import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		tailwindcss(),
		paraglideVitePlugin({
			project: './src/lib/i18n/project.inlang',
			outdir: './src/lib/i18n/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale']
		}),
		sveltekit()
	],
	test: {
		expect: { requireAssertions: true },
		environment: 'node',
		testTimeout: 60_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				// Pure functions keep nothing from one file to the next.
				test: { name: 'unit', include: ['src/**/*.test.ts', 'db/**/*.test.ts'], isolate: false }
			},
			{
				extends: true,
				test: {
					name: 'whole',
					include: ['tests/{storage,app,contracts,architecture}/**/*.test.ts']
				}
			}
		]
	}
});
