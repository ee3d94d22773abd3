import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../e2e/browser.ts';
import { printMeasure, round } from './measure.ts';
import { onServedBuild } from './served-build.ts';

const paths = [
	'/',
	'/explore',
	'/feedback',
	'/feedback?q=boss',
	'/themes',
	'/themes/abusive_language',
	'/teams',
	'/agents',
	`/agents/${process.env['BENCH_AGENT'] ?? 'a-084'}`,
	'/channels',
	'/reasons',
	'/signals',
	'/definitions',
	'/reports',
	'/reports/2026-10',
	'/imports',
	'/go?q=phone'
];
const requests = Number(process.env['BENCH_REQUESTS'] ?? 40);
const visits = 3;

/**
 * What a reader waits for, page by page, of the build on the demo (50,000 feedback): server time, what is sent at the
 * first visit, and what a browser makes of it. `BENCH_DATA` names another data folder, as one of 1,000,000 made by `fill-folder.ts`, and `BENCH_AGENT` an agent of it.
 */
export async function measurePages(): Promise<void> {
	const given = process.env['BENCH_DATA'];
	const folder = given ?? (await mkdtemp(join(tmpdir(), 'earshot-pages-')));
	try {
		await onServedBuild(folder, measureAll);
	} finally {
		if (given === undefined) await rm(folder, { recursive: true });
	}
}

async function measureAll(url: string): Promise<void> {
	const browser = await chromium.launch({ ...(await findBrowser()), args: ['--no-sandbox'] });
	try {
		for (const path of paths) {
			const times = await serverTimes(`${url}${path}`);
			printMeasure({
				measure: `page-server ${path}`,
				value: round(quantile(times, 0.95)),
				unit: 'ms p95',
				n: times.length,
				p50: round(quantile(times, 0.5))
			});
			const { sent, felt } = await visit(browser, `${url}${path}`);
			printMeasure({ measure: `page-js ${path}`, value: kb(sent.js), unit: 'kB gz', n: 1, ...sent.parts });
			printMeasure({ measure: `page-lcp ${path}`, value: round(felt.lcp), unit: 'ms', n: visits, ...felt });
		}
	} finally {
		await browser.close();
	}
}

/** Whole answers, one after the other, after two that warm up. */
async function serverTimes(address: string): Promise<readonly number[]> {
	const times: number[] = [];
	for (let at = -2; at < requests; at++) {
		const startedAt = performance.now();
		const response = await fetch(address);
		await response.arrayBuffer();
		if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
		if (at >= 0) times.push(performance.now() - startedAt);
	}
	return times.toSorted((one, other) => one - other);
}

export function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

interface Felt {
	readonly lcp: number;
	readonly cls: number;
	readonly tbt: number;
}

/** First visits with an empty cache; what is felt is the median of them. */
async function visit(browser: Browser, address: string) {
	const felt: Felt[] = [];
	let sent = { js: 0, parts: {} as Record<string, number> };
	for (let at = 0; at < visits; at++) {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
		const page = await context.newPage();
		await page.addInitScript(watch);
		const bodies: Promise<readonly [kind: string, bytes: number]>[] = [];
		page.on('response', (response) => {
			const kind = response.request().resourceType();
			bodies.push(
				response.body().then(
					(body) => [kind, gzipSync(body).length],
					() => [kind, 0]
				)
			);
		});
		await page.goto(address);
		await page.waitForLoadState('networkidle');
		felt.push(await page.evaluate(() => ({ ...(globalThis as unknown as { felt: Felt }).felt })));
		const all = await Promise.all(bodies);
		const sum = (wanted: string) =>
			all.filter(([kind]) => kind === wanted).reduce((bytes, [, more]) => bytes + more, 0);
		sent = {
			js: sum('script'),
			parts: {
				cssKb: kb(sum('stylesheet')),
				htmlKb: kb(sum('document')),
				scripts: all.filter(([kind]) => kind === 'script').length
			}
		};
		await context.close();
	}
	const middle = (of: (one: Felt) => number) =>
		quantile(
			felt.map(of).toSorted((one, other) => one - other),
			0.5
		);
	return {
		sent,
		felt: {
			lcp: middle(({ lcp }) => lcp),
			cls: round(middle(({ cls }) => cls)),
			tbt: round(middle(({ tbt }) => tbt))
		}
	};
}

function kb(bytes: number): number {
	return round(bytes / 1000);
}

/** Runs in the page, before anything of it: the paint of the largest part, shifts, and time in tasks beyond 50 ms. */
function watch(): void {
	const felt = { lcp: 0, cls: 0, tbt: 0 };
	(globalThis as unknown as { felt: typeof felt }).felt = felt;
	const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
		new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
	observe('largest-contentful-paint', ({ startTime }) => (felt.lcp = startTime));
	observe('layout-shift', (entry) => {
		const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
		if (!hadRecentInput) felt.cls += value;
	});
	observe('longtask', ({ duration }) => (felt.tbt += Math.max(0, duration - 50)));
}
