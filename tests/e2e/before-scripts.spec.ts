import { expect, type Page } from '@playwright/test';
import { test } from './watched.ts';

/** Opens a page whose scripts do not come before the function it returns is called. */
async function openHeld(page: Page, address: string): Promise<() => Promise<void>> {
	let isHeld = true;
	await page.route('**/*.js', async (route) => {
		while (isHeld) await new Promise((done) => setTimeout(done, 20));
		await route.continue();
	});
	await page.goto(address, { waitUntil: 'commit' });
	return async () => {
		isHeld = false;
		await page.waitForLoadState('networkidle');
	};
}

test('what is typed into a form before the scripts have come stays', async ({ page }) => {
	const release = await openHeld(page, '/settings/annotations');
	const form = page.getByRole('form', { name: 'New event' });
	const title = form.getByLabel('Title', { exact: true });
	await title.fill('Phones were down');
	await form.getByLabel('Channel').selectOption('phone');
	await release();
	await expect(title).toHaveValue('Phones were down');
	await expect(form.getByLabel('Channel')).toHaveValue('phone');
});

test('words typed into the search before the scripts have come are searched for', async ({ page }) => {
	const release = await openHeld(page, '/feedback?q=call');
	const words = page.getByRole('searchbox', { name: 'Search the text' });
	await words.fill('visit');
	await release();
	await expect(words).toHaveValue('visit');
	await words.press('Enter');
	await page.waitForURL((url) => url.searchParams.get('q') === 'visit');
});

test('a filter ticked before the scripts have come is applied once they are there', async ({ page }) => {
	const release = await openHeld(page, '/feedback');
	await page.locator('summary', { hasText: 'Channel' }).click();
	await page.getByRole('checkbox', { name: 'Leave out Phone' }).check();
	await release();
	await page.waitForURL(/channel\.not=phone/);
});

test('a choice made on Explore before the scripts have come is drawn once they are there', async ({
	page
}) => {
	const release = await openHeld(page, '/explore');
	await page.getByLabel('Measure').selectOption({ index: 1 });
	const chosen = await page.getByLabel('Measure').inputValue();
	await release();
	await page.waitForURL((url) => [...url.searchParams.values()].includes(chosen));
	await expect(page.getByLabel('Measure')).toHaveValue(chosen);
});

test('a chart the pointer lay on before the scripts came is alive', async ({ page }) => {
	const release = await openHeld(page, '/?period=2026-09');
	const chart = page
		.locator('figure')
		.filter({ has: page.getByRole('heading', { name: 'Conduct themes over time' }) });
	await chart.locator('.frame').hover();
	await release();
	await expect(chart.locator('.drawing')).toHaveCount(1);
});
