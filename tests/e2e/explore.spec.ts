import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './watched.ts';

const numberIn = (text: string) => Number(text.replaceAll(/[^\d]/g, ''));

const form = (page: Page) => page.getByRole('form', { name: 'What is shown' });
const chooser = (page: Page, name: string) => form(page).getByRole('combobox', { name, exact: true });

async function totalOf(page: Page): Promise<number> {
	const heading = page.getByTestId('total');
	await expect(heading).toBeVisible();
	return Number(await heading.getAttribute('data-count'));
}
async function csvOf(page: Page, link: string | RegExp): Promise<readonly (readonly string[])[]> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: link }).first().click()
	]);
	const text = await readFile(await download.path(), 'utf8');
	return text
		.replace('\ufeff', '')
		.trim()
		.split('\r\n')
		.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
}
function sumOf(
	rows: readonly (readonly string[])[],
	column: string,
	where: (row: readonly string[]) => boolean
) {
	const at = rows[0]?.indexOf(column) ?? -1;
	expect(at).toBeGreaterThan(0);
	return rows
		.slice(1)
		.filter(where)
		.reduce((sum, row) => sum + Number(row[at]), 0);
}

test('an analyst compares two agencies by rate, and the CSV adds up to what the chart counts', async ({
	page
}) => {
	await page.goto('/explore?period=2026');
	// With a script a choice applies by itself: then there is no button.
	await expect(form(page).getByRole('button', { name: 'Apply' })).toHaveCount(0);
	await chooser(page, 'Measure').selectOption('rate');
	await expect(page).toHaveURL(/measure=rate/);
	await chooser(page, 'By').selectOption('all');
	await expect(page).toHaveURL(/lens=all/);
	await chooser(page, 'Compare with').selectOption('group');
	await expect(page).toHaveURL(/vs=group/);

	const [one, other] = await page
		.locator('input[name="b.agency"]')
		.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
	await page.goto(`${page.url()}&agency=${one}&b.agency=${other}`);
	const counted = page.getByTestId('counted');
	await expect(counted).toHaveCount(2);
	const [first, second] = await counted.evaluateAll((all) =>
		all.map((link) => Number(link.dataset['count']))
	);
	expect(first).toBeGreaterThan(0);
	expect(second).toBeGreaterThan(0);

	const rows = await csvOf(page, 'Download “Rate per contacts” as CSV');
	const names = [...new Set(rows.slice(1).map((row) => row[1]))];
	expect(names).toHaveLength(2);
	expect(sumOf(rows, 'feedback', (row) => row[1] === names[0])).toBe(first);
	expect(sumOf(rows, 'feedback', (row) => row[1] === names[1])).toBe(second);
	await expect(page.getByRole('columnheader', { name: 'first ÷ second' })).toBeVisible();

	await counted.last().click();
	expect(await totalOf(page)).toBe(second);
});

test('a rate that contacts cannot carry is refused, and counts are offered instead', async ({ page }) => {
	await page.goto('/explore?period=2026-10&lens=source&measure=rate');
	await expect(page.getByText('There is no rate here')).toBeVisible();
	await page.getByRole('link', { name: 'Show numbers of feedback instead' }).click();
	await expect(page).toHaveURL(/lens=source/);
	await expect(page.locator('figure')).toHaveCount(1);
});

test('the values of a bar chart and their other add up to all, each a list of its own', async ({ page }) => {
	await page.goto('/explore?period=2026-10&lens=team&shape=bars');
	const all = Number(await page.getByTestId('counted').getAttribute('data-count'));
	await page.locator('figure summary').first().click();
	const links = page.locator('figure table a');
	const counts = (await links.allInnerTexts()).map(numberIn);
	expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);
	await links.last().click();
	expect(await totalOf(page)).toBe(counts.at(-1));
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the form asks, the chart is drawn and its marks are links', async ({ page }) => {
		await page.goto('/explore?period=2026');
		await chooser(page, 'By').selectOption('channel');
		await form(page).getByRole('button', { name: 'Apply' }).click();
		await expect(page).toHaveURL(/lens=channel/);
		await expect(page).toHaveURL(/period=2026/);
		const mark = page.locator('figure svg a[href^="/feedback?"]').first();
		expect(await mark.getAttribute('href')).toMatch(/channel=/);
	});
});
