import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.ts';

/** Two runs on one machine need a port each. */
const port = process.env['EARSHOT_E2E_PORT'] ?? '4173';
const url = `http://127.0.0.1:${port}/`;

/** One data folder a run, never the developer's own. Workers load this file again and find the folder by the variable. */
function dataFolder(): string {
	const known = process.env['EARSHOT_E2E_DATA'];
	if (known) return known;
	const folder = mkdtempSync(join(tmpdir(), 'earshot-e2e-'));
	process.env['EARSHOT_E2E_DATA'] = folder;
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** The built app as it runs in production, on fresh demo data, without network. */
export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	workers: 1,
	reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
	forbidOnly: Boolean(process.env['CI']),
	use: {
		baseURL: url,
		locale: 'en-US',
		// Wide enough for the names of all pages in the header.
		viewport: { width: 1500, height: 900 },
		screenshot: 'only-on-failure',
		launchOptions: await findBrowser()
	},
	webServer: {
		command: 'npm start',
		cwd: resolve(import.meta.dirname, '../..'),
		env: { PORT: port, HOST: '127.0.0.1', EARSHOT_DATA: dataFolder() },
		url: `${url}health`,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
		timeout: 300_000
	}
});
