import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';

/** Two runs on one machine need two ports each. */
const firstPort = Number(process.env['EARSHOT_E2E_PORT'] ?? 4173);

/** One data folder a run, never the developer's own. Workers load this file again and find the folder by the variable. */
function dataFolder(): string {
	const known = process.env['EARSHOT_E2E_DATA'];
	if (known) return known;
	const folder = mkdtempSync(join(tmpdir(), 'earshot-e2e-'));
	process.env['EARSHOT_E2E_DATA'] = folder;
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const folderOf = (group: string): string => join(dataFolder(), group);

/** Each has a server with data of its own, so that tests which change data run beside others. */
const groups = [
	{ name: 'reading', port: firstPort, match: { testIgnore: /changing\//, fullyParallel: true } },
	{ name: 'changing', port: firstPort + 1, match: { testMatch: /changing\/.*\.spec\.ts$/, workers: 1 } }
];
const urlOf = (port: number): string => `http://127.0.0.1:${port}/`;

/** The built app as it runs in production, on fresh demo data, without network. */
export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	workers: groups.length,
	reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
	forbidOnly: Boolean(process.env['CI']),
	// A busy machine is slow, and slow is no failure: speed is measured by “npm run bench”.
	timeout: 180_000,
	expect: { timeout: 20_000 },
	use: {
		locale: 'en-US',
		// Wide enough for the names of all pages in the header.
		viewport: { width: 1500, height: 900 },
		screenshot: 'only-on-failure',
		launchOptions: await findBrowser()
	},
	projects: groups.map(({ name, port, match }) => ({
		name,
		...match,
		use: { baseURL: urlOf(port) }
	})),
	// Started one after the other: the second begins with a copy of what the first has loaded.
	webServer: groups.map(({ name, port }, index) => ({
		command:
			index === 0
				? 'npm start'
				: `npx node tests/e2e/copy-store.ts ${folderOf('reading')} ${folderOf(name)} && npm start`,
		cwd: resolve(import.meta.dirname, '../..'),
		env: { PORT: String(port), HOST: '127.0.0.1', EARSHOT_DATA: folderOf(name) },
		url: `${urlOf(port)}health`,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
		timeout: 300_000
	}))
});
