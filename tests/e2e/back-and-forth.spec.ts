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

test('what is begun on one feedback is not there on the next', async ({ page }) => {
	await page.goto('/feedback?theme=threat_harm');
	const links = page.locator('article a[href^="/feedback/"]');
	const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	const [first = '', second = ''] = [...new Set(hrefs.map((href) => href.split('?')[0] ?? ''))];
	await page.goto(first);
	await page.waitForLoadState('networkidle');
	await page.locator('summary', { hasText: 'Add a note' }).click();
	const note = page.locator('main textarea[name="text"]');
	await note.fill('About the first alone');
	const number = /\d+$/.exec(second)?.[0] ?? '';
	await page.getByRole('link', { name: 'Go to …' }).click();
	await page.keyboard.type(`#${number}`);
	await expect(page.getByRole('option', { name: `#${number}` })).toBeVisible();
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => url.pathname === second);
	await expect(note).toHaveValue('');
});
