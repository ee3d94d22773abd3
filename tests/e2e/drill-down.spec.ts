import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './watched.ts';

async function totalOf(page: Page): Promise<number> {
	const heading = page.getByTestId('total');
	await expect(heading).toBeVisible();
	return Number(await heading.getAttribute('data-count'));
}
const numberIn = async (link: Locator) => Number((await link.innerText()).replaceAll(',', ''));

/** The chart's own table says what each mark counts and where it leads. */
async function countsByHref(chart: Locator): Promise<Map<string, number>> {
	const links = await chart
		.locator('details table a')
		.evaluateAll((all) =>
			all.map((link) => [link.getAttribute('href') ?? '', link.textContent ?? ''] as const)
		);
	return new Map(links.map(([href, text]) => [href, Number(text.replaceAll(',', ''))]));
}

/** A number; the name beside it leads to its definition or to the page of the unit. */
const toFeedback = 'a[href^="/feedback"]';

test('a click on a bar lists exactly the feedback that the bar counts, and back restores the view', async ({
	page
}) => {
	await page.goto('/?period=2026-09');
	const chart = page
		.locator('figure')
		.filter({ has: page.getByRole('heading', { name: 'Conduct themes over time' }) });
	await chart.locator('.frame').hover();
	await expect(chart.locator('.drawing')).toHaveCount(1);
	const counts = await countsByHref(chart);
	const bars = chart.locator('.drawing svg path[fill="var(--series-1)"]');
	expect(await bars.count()).toBeGreaterThan(10);
	await bars.nth(8).click();
	await page.waitForURL(/\/feedback\?/);
	const { pathname, search } = new URL(page.url());
	expect(counts.has(pathname + search)).toBe(true);
	expect(await totalOf(page)).toBe(counts.get(pathname + search));
	await page.goBack();
	await expect(page).toHaveURL(/\/\?period=2026-09$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Sep 2026');
});

test('the number on a KPI tile is the length of its list', async ({ page }) => {
	for (const name of ['Complaints', 'Critical cases']) {
		await page.goto('/?period=2026-10');
		const tile = page.locator('article').filter({ has: page.getByRole('heading', { name, exact: true }) });
		const link = tile.locator(toFeedback).first();
		const shown = await numberIn(link);
		expect(shown).toBeGreaterThan(0);
		await link.click();
		expect(await totalOf(page)).toBe(shown);
	}
});

test('a rate leads to the feedback in its numerator', async ({ page }) => {
	await page.goto('/?period=2026-10');
	const tile = page
		.locator('article')
		.filter({ has: page.getByRole('heading', { name: 'Harsh-conduct rate' }) });
	const numerator = /([\d,]+) in [\d,]+ contacts/.exec(await tile.innerText())?.[1];
	await tile.locator(toFeedback).first().click();
	expect(await totalOf(page)).toBe(Number(numerator?.replaceAll(',', '')));
});

test('a team row lists the complaints of that team', async ({ page }) => {
	await page.goto('/?period=2026-10');
	const row = page
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: 'Phoenix 1' }) })
		.last();
	const link = row.locator(toFeedback).first();
	const shown = await numberIn(link);
	await link.click();
	await expect(page).toHaveURL(/team=phoenix-1/);
	expect(await totalOf(page)).toBe(shown);
});

test('a cell of channel × theme lists what it counts', async ({ page }) => {
	await page.goto('/?period=2026-10');
	const cell = page.locator('table').filter({ hasText: 'Channel × theme' }).getByRole('link').first();
	const counted = /: ([\d,]+) feedback/.exec((await cell.getAttribute('title')) ?? '')?.[1];
	await cell.click();
	expect(await totalOf(page)).toBe(Number(counted?.replaceAll(',', '')));
});

test('from an agent to the sentence: every count of the agent is a list, and the evidence is marked', async ({
	page
}) => {
	await page.goto('/agents/a-084');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const tile = page
		.locator('article')
		.filter({ has: page.getByRole('heading', { name: 'Complaints', exact: true }) });
	const link = tile.locator(toFeedback).first();
	const shown = await numberIn(link);
	await link.click();
	await expect(page).toHaveURL(/agent=a-084/);
	expect(await totalOf(page)).toBe(shown);
	await page.locator('main mark').first().click();
	await expect(page).toHaveURL(/\/feedback\/\d+/);
	await expect(page.locator('blockquote mark').first()).toBeVisible();
	await page.locator('li details summary').first().click();
	await expect(page.locator('li details code').first()).toBeVisible();
});

test('the list pages through without repeating itself', async ({ page }) => {
	await page.goto('/feedback?period=2026-10&complaint=yes&size=25');
	const ids = async () =>
		page
			.locator('article a[href^="/feedback/"]')
			.evaluateAll((all) => all.map((one) => one.getAttribute('href')?.split('?')[0]));
	const first = await ids();
	await page.getByRole('link', { name: /Older/ }).click();
	await page.waitForURL(/after=/);
	const second = await ids();
	expect(first).toHaveLength(25);
	expect(second.filter((id) => first.includes(id))).toEqual([]);
});
