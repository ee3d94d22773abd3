import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { navPages } from '#lib/ui/nav.ts';
import { onServedBuild } from '../tests/bench/served-build.ts';
import { findBrowser } from '../tests/e2e/browser.ts';
import { chineseTable, toCsv } from '../tests/e2e/fixtures/chinese-headers.ts';

const target = resolve(import.meta.dirname, 'images');
const widths = [1440, 390] as const;
const languages = [
	{ locale: 'en', folder: 'en' },
	{ locale: 'zh-CN', folder: 'zh' }
] as const;
/** Pages below those of the navigation. */
const details = [
	'/agents/a-084',
	'/themes/abusive_language',
	'/teams/tulsa-1',
	'/signals/1',
	'/reports/2026-10'
];
const wizard = '/imports/new';
/** A higher page is cut off: a picture of a long list says nothing more. */
const mostHeight = 1400;
const mostBytes = 120_000;
const qualities = [80, 65, 50, 35, 20];

/**
 * Pictures of pages on the simulated demo, in both languages and two widths. `npm run docs:screenshots -- / /agents`
 * takes these pages only; SCREENSHOTS_DATA names a data folder that has the demo already.
 */
async function takeScreenshots(chosen: readonly string[]): Promise<void> {
	const given = process.env['SCREENSHOTS_DATA'];
	const folder = given ?? (await mkdtemp(join(tmpdir(), 'earshot-pictures-')));
	try {
		await onServedBuild(folder, async (url) => {
			const browser = await chromium.launch({ ...(await findBrowser()), args: ['--no-sandbox'] });
			await takeAll(browser, url, chosen).finally(() => browser.close());
		});
	} finally {
		if (given === undefined) await rm(folder, { recursive: true });
	}
}

async function takeAll(browser: Browser, url: string, chosen: readonly string[]): Promise<void> {
	for (const { locale, folder } of languages) {
		await mkdir(join(target, folder), { recursive: true });
		for (const width of widths) {
			const context = await browser.newContext({
				viewport: { width, height: 900 },
				colorScheme: 'light',
				reducedMotion: 'reduce'
			});
			await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: locale, url }]);
			const page = await context.newPage();
			const paths = chosen.length > 0 ? chosen : await allPaths(page, url);
			for (const path of paths) {
				await open(page, url, path);
				const picture = await take(page, width);
				const file = join(folder, `${nameOf(path)}-${width}.webp`);
				await writeFile(join(target, file), picture);
				console.log(`docs/images/${file} ${Math.round(picture.length / 1000)} kB`);
			}
			await context.close();
		}
	}
}

async function allPaths(page: Page, url: string): Promise<readonly string[]> {
	await page.goto(`${url}/feedback?urgency=U1`);
	const feedback = await page.locator('article a').first().getAttribute('href');
	return [...navPages.map(({ path }) => path), ...details, wizard, ...(feedback ? [feedback] : [])];
}

/** The wizard shows the file that was sent last. Throws where a page says an error. */
async function open(page: Page, url: string, path: string): Promise<void> {
	const response = await page.goto(`${url}${path === wizard ? '/imports' : path}`);
	if (!response?.ok()) throw new Error(`${path} answers ${response?.status()}.`);
	await page.waitForLoadState('networkidle');
	if (path !== wizard) return;
	const file = { name: '投诉工单.csv', mimeType: 'text/csv', buffer: toCsv(chineseTable) };
	await page.locator('input[type="file"]').setInputFiles(file);
	await page.locator('form:has(input[type="file"]) button[type="submit"]').click();
	await page.waitForURL(/\/imports\/new\?upload=/);
	await page.waitForLoadState('networkidle');
}

function nameOf(path: string): string {
	if (path === '/') return 'overview';
	const [, place = ''] = /^\/([^?]*)/.exec(path) ?? [];
	return place.replace(/^feedback\/\d+$/, 'feedback-one').replaceAll('/', '-');
}

/** WebP, in the best quality that keeps the file small. */
async function take(page: Page, width: number): Promise<Buffer> {
	const session = await page.context().newCDPSession(page);
	const height = Math.min(mostHeight, await page.evaluate(() => document.documentElement.scrollHeight));
	for (const quality of qualities) {
		const { data } = await session.send('Page.captureScreenshot', {
			format: 'webp',
			quality,
			captureBeyondViewport: true,
			clip: { x: 0, y: 0, width, height, scale: 1 }
		});
		const picture = Buffer.from(data, 'base64');
		if (picture.length <= mostBytes || quality === qualities.at(-1)) return picture;
	}
	throw new RangeError('There is no quality to try.');
}

await takeScreenshots(process.argv.slice(2));
