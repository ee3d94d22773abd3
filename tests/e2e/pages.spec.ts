import { expect, type Page } from '@playwright/test';
import { findProblems } from './axe.ts';
import { test } from './watched.ts';

const paths = [
	'/',
	'/feedback',
	'/themes',
	'/themes/abusive_language',
	'/teams',
	'/teams/tulsa-1',
	'/agencies/kestrel-vale',
	'/explore?lens=agency&measure=rate&vs=group&b.channel=sms&channel=phone',
	'/explore?lens=team&measure=rate&top=10',
	'/channels?period=2026-10',
	'/reasons?period=2026-10',
	'/agents',
	'/agents/a-084',
	'/signals',
	'/signals/1',
	'/definitions',
	'/definitions/kpis/K11',
	'/imports',
	'/imports/1',
	'/reports',
	'/reports/2026-10',
	'/go?q=phone',
	'/settings/keys',
	'/settings/rules',
	'/settings/annotations',
	'/api'
];
const languages = [
	{ locale: 'en', name: 'English', title: /Overview/ },
	{ locale: 'zh-CN', name: '中文', title: /总览/ }
];

async function speak(page: Page, locale: string): Promise<void> {
	await page
		.context()
		.addCookies([{ name: 'PARAGLIDE_LOCALE', value: locale, url: 'http://127.0.0.1:4173' }]);
}
async function firstFeedback(page: Page): Promise<string> {
	await page.goto('/feedback?urgency=U1');
	return (
		(await page.locator('main a[href^="/feedback/"]:not([download])').first().getAttribute('href')) ?? ''
	);
}

for (const { locale } of languages)
	for (const path of [...paths, 'a feedback'])
		test(`axe finds nothing on ${path} in ${locale}, light and dark`, async ({ page }) => {
			await speak(page, locale);
			await page.emulateMedia({ colorScheme: 'light' });
			await page.goto(path === 'a feedback' ? await firstFeedback(page) : path);
			await expect(page.locator('html')).toHaveAttribute('lang', locale);
			await page.waitForLoadState('networkidle');
			const light = await findProblems(page);
			// Nothing but the colours differs.
			await page.emulateMedia({ colorScheme: 'dark' });
			expect([...light, ...(await findProblems(page, ['color-contrast']))]).toEqual([]);
		});

for (const { locale } of languages)
	test(`every page fits a phone in ${locale}`, async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await speak(page, locale);
		for (const path of [...paths, await firstFeedback(page)]) {
			await page.goto(path);
			await page.waitForLoadState('networkidle');
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width, path).toBeLessThanOrEqual(390);
		}
	});

test('the language is switched by a button and stays', async ({ page }) => {
	await page.goto('/?period=2026-09');
	await page.getByRole('button', { name: '中文' }).click();
	await expect(page).toHaveTitle(/总览/);
	await expect(page).toHaveURL(/period=2026-09/);
	await page.getByRole('link', { name: '反馈', exact: true }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('what is not there says so', async ({ page }) => {
	const missing = await page.goto('/feedback/999999999');
	expect(missing?.status()).toBe(404);
	await expect(page.getByRole('link', { name: /Overview|overview/ }).first()).toBeVisible();
	expect((await page.goto('/reports/2026-99'))?.status()).toBe(400);
	await page.goto('/?period=yesterday');
	await expect(page.getByText(/Not understood and left out: .*yesterday/)).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('charts are drawn, tables open, filters and search work', async ({ page }) => {
		await page.goto('/?period=2026-10');
		const chart = page.locator('figure').first();
		await expect(chart.locator('svg').first()).toBeVisible();
		await chart.locator('summary').filter({ hasText: 'Table' }).first().click();
		await expect(chart.getByRole('table').first()).toBeVisible();

		await page.goto('/feedback?period=2026-10');
		const all = Number(await page.getByTestId('total').getAttribute('data-count'));
		await page.getByRole('searchbox').or(page.locator('input[name="q"]')).first().fill('mother');
		await page.locator('input[name="q"]').press('Enter');
		await expect(page).toHaveURL(/q=mother/);
		const found = Number(await page.getByTestId('total').getAttribute('data-count'));
		expect(found).toBeGreaterThan(0);
		expect(found).toBeLessThan(all);
		await expect(page).toHaveURL(/period=2026-10/);
	});
});
