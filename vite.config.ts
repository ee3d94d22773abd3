import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

/**
 * Fonts of src/fallback-fonts.css: until one has come there is nothing to show instead. All browsers that can show a page
 * read WOFF2.
 */
const fallbackFonts = {
	postcssPlugin: 'fallback-fonts',
	Declaration: (declaration: { prop: string; value: string }) => {
		if (declaration.prop === 'font-display') declaration.value = 'block';
		if (declaration.prop === 'src')
			declaration.value = declaration.value.replace(/,\s*url\([^)]*\.woff\)[^,]*/g, '');
	}
};

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
	css: { postcss: { plugins: [fallbackFonts] } },
	// The security policy lets fonts come from this server only, not out of a style sheet.
	build: { assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined) },
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
					isolate: false,
					setupFiles: ['tests/after-file.ts'],
					include: ['tests/{storage,app,contracts,architecture}/**/*.test.ts']
				}
			}
		]
	}
});
