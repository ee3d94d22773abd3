import { expect } from '@playwright/test';
import { test } from './watched.ts';

test('the month is a page and a CSV with the same numbers', async ({ page }) => {
	await page.goto('/reports/2026-10');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/October 2026|Oct 2026|2026-10/);
	const csv = await (await page.request.get('/reports/2026-10/report.csv')).text();
	const line = csv.split('\r\n').find((row) => /^summary,[^,]*,K01,/.test(row) && /,\d+,/.test(row));
	const count = line?.split(',')[4];
	expect(Number(count)).toBeGreaterThan(100);
	const shown = Number(count).toLocaleString('en');
	await page.getByRole('link', { name: shown, exact: true }).first().click();
	await expect(page.getByTestId('total')).toHaveAttribute('data-count', String(count));
});

test('the filtered list downloads as exactly its rows', async ({ page }) => {
	await page.goto('/feedback?period=2026-10&theme=workplace_contact');
	const total = Number(await page.getByTestId('total').getAttribute('data-count'));
	const href = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href');
	const csv = await (await page.request.get(href ?? '')).text();
	expect(csv.startsWith('\uFEFFid,')).toBe(true);
	expect(csv.split('\r\n').filter((row) => /^\d+,demo-/.test(row))).toHaveLength(total);
});
