import { expect, type Page } from '@playwright/test';
import { test } from './watched.ts';

/** Goes by a menu to another view, back, and forward again: what the menu shows is what the address says. */
async function goBackAndForth(page: Page, menu: string, choice: string, send?: string): Promise<void> {
	await page.waitForLoadState('networkidle');
	const select = page.locator(`main select[name="${menu}"]`);
	const [before, address] = [await select.inputValue(), page.url()];
	expect(before).not.toBe(choice);
	await select.selectOption(choice);
	if (send) await page.getByRole('button', { name: send }).click();
	await page.waitForURL((url) => url.href !== address && [...url.searchParams.values()].includes(choice));
	for (let time = 0; time < 2; time++) {
		await page.goBack();
		await page.waitForURL(address);
		await expect(select).toHaveValue(before);
		await page.goForward();
		await page.waitForURL((url) => url.href !== address);
		await expect(select).toHaveValue(choice);
	}
}

test('the menus of Explore follow the address back and forth', async ({ page }) => {
	await page.goto('/explore');
	await goBackAndForth(page, 'measure', 'rate');
});

test('the menus of the signals follow the address back and forth', async ({ page }) => {
	await page.goto('/signals');
	await goBackAndForth(page, 'kind', 'trend', 'Show');
});

test('the menus of the audit log follow the address back and forth', async ({ page }) => {
	await page.goto('/settings/audit');
	await goBackAndForth(page, 'action', 'import', 'Show');
});
