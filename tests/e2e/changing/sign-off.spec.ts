import { expect, type Page } from '@playwright/test';
import { findProblems } from '../axe.ts';
import { test } from '../watched.ts';

const page1 = '/reports/2026-09/sign-off?scope=team%3Awuhan-1';

async function become(page: Page, name: RegExp): Promise<void> {
	await page.getByTestId('acting').click();
	await page.getByRole('button', { name }).click();
	await expect(page.getByTestId('acting')).toHaveText(name);
}
async function judgeAll(page: Page): Promise<void> {
	for (let open = -1; open !== 0;) {
		for (const right of await page.getByRole('radio', { name: 'right' }).all()) await right.check();
		await page.getByRole('button', { name: 'Save decisions' }).click();
		const left = Number(await page.getByTestId('sample').getAttribute('data-open'));
		expect(left).not.toBe(open);
		open = left;
	}
}

test.describe('a month without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('is cut off and prepared by one person, checked and signed by another, and downloaded', async ({
		page,
		browser
	}) => {
		await page.goto(page1);
		await become(page, /Chen Wei/);
		await page.getByRole('button', { name: 'Cut off and freeze' }).click();
		await expect(page).toHaveURL(page1);
		await page.getByRole('button', { name: 'Hand over for review' }).click();
		await expect(page.getByRole('alert')).toContainText('Comment on every red and amber figure first');
		for (const comment of await page.getByRole('textbox', { name: /^Comment on/ }).all())
			await comment.fill('Seen, explained by the new intake channel.');
		await page.getByRole('button', { name: 'Save comments' }).click();
		await page.getByRole('button', { name: 'Hand over for review' }).click();
		await expect(page).toHaveURL(page1);
		await expect(page.getByRole('button', { name: 'Sign' })).toHaveCount(0);

		await become(page, /Lin Yue/);
		// axe waits for timers, which a page without scripts does not have.
		const live = await browser.newContext({ javaScriptEnabled: true });
		await live.addCookies(await page.context().cookies());
		const same = await live.newPage();
		await same.goto(page1);
		expect(await findProblems(same)).toEqual([]);
		await live.close();
		await judgeAll(page);
		await page.getByRole('button', { name: 'Finish the review' }).click();
		await page.getByLabel('Your name').fill('Somebody Else');
		await page.getByRole('button', { name: 'Sign', exact: true }).click();
		await expect(page.getByRole('alert')).toContainText('Lin Yue');
		await page.getByLabel('Your name').fill('Lin Yue');
		await page.getByRole('button', { name: 'Sign', exact: true }).click();
		await expect(page.getByText('SHA-256 of the signed manifest').first()).toBeVisible();

		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: 'Signed manifest' }).click()
		]);
		expect(download.suggestedFilename()).toMatch(/2026-09.*v1\.signed\.json$/);
		await page.getByRole('link', { name: 'Back to the report' }).click();
		await expect(page.getByRole('article').getByText('Lin Yue').first()).toBeVisible();
		const report = new URL(page.url());
		const csv = async () => (await page.request.get(`/reports/2026-09/report.csv${report.search}`)).text();
		expect(await csv()).toContain('signed');
		expect(await csv()).toBe(await csv());
	});
});

test('the settings of delivery are for administrators, and read well', async ({ page }) => {
	await page.goto('/settings/delivery');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Delivery of reports');
	expect(await findProblems(page)).toEqual([]);
	await become(page, /Chen Wei/);
	expect((await page.goto('/settings/delivery'))?.status()).toBe(403);
});
