import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './watched.ts';

async function totalOf(page: Page): Promise<number> {
	const heading = page.getByTestId('total');
	await expect(heading).toBeVisible();
	return Number(await heading.getAttribute('data-count'));
}
async function searchFor(page: Page, words: string): Promise<void> {
	await page.getByRole('searchbox', { name: 'Search the text' }).fill(words);
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await page.waitForURL((url) => url.searchParams.get('q') === words);
}

test('two Chinese characters and an English phrase are found, marked, and downloaded as listed', async ({
	page
}) => {
	await page.goto('/feedback');
	const all = await totalOf(page);
	await searchFor(page, '骚扰');
	const chinese = await totalOf(page);
	expect(chinese).toBeGreaterThan(0);
	expect(chinese).toBeLessThan(all);
	const marks = await page.locator('article mark.hit').allInnerTexts();
	// Traditional text is found by Simplified words, and shown as written.
	expect(marks.length).toBeGreaterThan(0);
	for (const mark of marks) expect(['骚扰', '騷擾']).toContain(mark);

	await searchFor(page, '"my mother"');
	const english = await totalOf(page);
	expect(english).toBeGreaterThan(0);
	// Evidence that begins within a hit parts it in two marks.
	for (const row of await page
		.locator('article')
		.filter({ has: page.locator('mark.hit') })
		.all())
		expect((await row.locator('mark.hit').allTextContents()).join('')).toMatch(/my mother/i);

	const [csv] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download as CSV' }).click()
	]);
	const rows = (await readFile(await csv.path(), 'utf8')).match(/^\d+,/gm);
	expect(rows).toHaveLength(english);
	const [xlsx] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download as Excel' }).click()
	]);
	expect(xlsx.suggestedFilename()).toBe('earshot-feedback.xlsx');
	expect((await readFile(await xlsx.path())).subarray(0, 2).toString()).toBe('PK');
});

test('a value is left out by its menu, and comes back by its pill', async ({ page }) => {
	await page.goto('/feedback?q=call');
	const before = await totalOf(page);
	await page.locator('summary', { hasText: 'Channel' }).click();
	await page.getByRole('checkbox', { name: 'Leave out Phone' }).check();
	await page.waitForURL(/channel\.not=phone/);
	expect(await totalOf(page)).toBeLessThan(before);
	await page.getByRole('link', { name: 'Remove filter: Not Channel: Phone' }).click();
	await page.waitForURL((url) => !url.searchParams.has('channel.not'));
	expect(await totalOf(page)).toBe(before);
});

test('the columns are chosen in the address, and a broken search says what was left out', async ({
	page
}) => {
	await page.goto('/feedback?q=call+OR&columns=received,product');
	await expect(page.getByRole('columnheader')).toHaveText(['Text and themes', 'Received', 'Product']);
	await expect(page.getByRole('status').filter({ hasText: 'OR joins nothing here' })).toBeVisible();
});
