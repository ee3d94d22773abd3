import { expect, type Page } from '@playwright/test';
import { findProblems } from '../axe.ts';
import { test } from '../watched.ts';

async function become(page: Page, name: RegExp): Promise<void> {
	await page.getByTestId('acting').click();
	await page.getByRole('button', { name }).click();
	await expect(page.getByTestId('acting')).toHaveText(name);
}
async function openTagged(page: Page): Promise<void> {
	await page.goto('/feedback?urgency=U1');
	await page.locator('article a').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/^Feedback/);
}

for (const javaScriptEnabled of [true, false])
	test.describe(javaScriptEnabled ? 'a person' : 'a person without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('is chosen in the header, stays, and is told that this is no sign-in', async ({ page, context }) => {
			await page.goto('/?period=2026-09');
			await page.getByTestId('acting').click();
			await expect(page.getByText(/a choice, not a sign-in/)).toBeVisible();
			await page.getByRole('button', { name: /Marta Silva/ }).click();
			await expect(page).toHaveURL(/period=2026-09/);
			await page.goto('/feedback');
			await expect(page.getByTestId('acting')).toHaveText(/Marta Silva/);
			const cookie = (await context.cookies()).find(({ name }) => name === 'earshot_person');
			expect(cookie).toMatchObject({ value: 'marta-silva', httpOnly: true, sameSite: 'Lax' });
			expect((await page.goto('/settings/people'))?.status()).toBe(403);
		});

		test('writes a note and a review; the note is masked and the tag stays', async ({ page }) => {
			await openTagged(page);
			await become(page, /Marta Silva/);
			const address = page.url();
			await page.locator('summary', { hasText: 'Add a note' }).click();
			await page.getByLabel('Note', { exact: true }).fill('Called 13900139000, no answer');
			await page.getByRole('button', { name: 'Add a note' }).click();
			await expect(page).toHaveURL(address);
			await expect(page.getByText('Called «phone», no answer').first()).toBeVisible();
			await expect(page.getByText('13900139000')).toHaveCount(0);
			const tag = page.locator('#theme-1');
			const before = await tag.locator('> span').allInnerTexts();
			await tag.locator('summary').first().click();
			await tag.getByLabel('right', { exact: true }).check();
			await tag.getByRole('button', { name: 'Save decision' }).click();
			await expect(page.getByText(/Marta Silva on “.*”: right/).first()).toBeVisible();
			expect(await tag.locator('> span').allInnerTexts()).toEqual(before);
		});

		test('saves a view, and another person opens its address', async ({ page }) => {
			const name = javaScriptEnabled ? 'SMS of September' : 'SMS without a script';
			await page.goto('/feedback?channel=sms&period=2026-09');
			await become(page, /Marta Silva/);
			const total = await page.getByTestId('total').getAttribute('data-count');
			await page.locator('summary', { hasText: 'Views' }).click();
			await page.getByLabel('Name', { exact: true }).fill(name);
			await page.getByLabel(/Share/).check();
			await page.getByRole('button', { name: 'Save this view' }).click();
			await expect(page).toHaveURL(/channel=sms/);
			await page.goto('/views');
			await become(page, /Lin Yue/);
			await page.getByRole('link', { name }).click();
			await expect(page).toHaveURL(/\/feedback\?period=2026-09&channel=sms|channel=sms&period=2026-09/);
			await expect(page.getByTestId('total')).toHaveAttribute('data-count', total ?? '');
			await page.goto('/views');
			await expect(page.getByRole('button', { name: new RegExp(`Remove.*${name}`) })).toHaveCount(0);
			await become(page, /Marta Silva/);
			await page.getByRole('button', { name: new RegExp(`Remove.*${name}`) }).click();
			await expect(page.getByRole('link', { name })).toHaveCount(0);
		});
	});

test('a report writer reads, and is offered neither notes nor reviews', async ({ page }) => {
	await openTagged(page);
	await become(page, /Chen Wei/);
	await expect(page.getByText('Add a note')).toHaveCount(0);
	await page.locator('#theme-1 summary').first().click();
	await expect(page.getByRole('button', { name: 'Save decision' })).toHaveCount(0);
	const refused = await page.request.post('/notes', {
		form: { kind: 'agent', id: 'a-084', text: 'x', back: '/' },
		headers: { origin: new URL(page.url()).origin }
	});
	expect(refused.status()).toBe(403);
});

test('who looked at an agent is in the audit log, and downloads', async ({ page }) => {
	await page.goto('/agents/a-084');
	await become(page, /Lin Yue/);
	await page.goto('/settings/audit?object=agent&id=a-084');
	await expect(page.getByRole('row', { name: /Lin Yue.*looked at.*a-084/ }).first()).toBeVisible();
	const csv = await page.request.get('/settings/audit/export.csv?object=agent');
	expect(await csv.text()).toMatch(/lin-yue,Lin Yue,view,agent,a-084/);
});

test('an event is added, marked on the Overview, and removed', async ({ page }) => {
	await page.goto('/settings/annotations');
	const form = page.getByRole('form', { name: 'New event' });
	await form.getByLabel('Title', { exact: true }).fill('Phones were down');
	await form.getByLabel('Kind').selectOption('outage');
	await form.getByLabel('First day').fill('2026-08-05');
	await form.getByRole('button', { name: 'Add event' }).click();
	await expect(page.getByRole('status')).toContainText('Saved');
	await page.goto('/?period=2026-09');
	await expect(page.getByText('Phones were down').first()).toBeVisible();
	await page.goto('/settings/annotations');
	await page.locator('summary', { hasText: 'Change: Phones were down' }).click();
	await page.getByRole('button', { name: /Remove .Phones were down/ }).click();
	await expect(page.getByRole('status')).toContainText('Removed');
	await expect(page.getByText('Phones were down')).toHaveCount(0);
});

for (const locale of ['en', 'zh-CN'])
	test(`axe finds nothing on the pages about people, and they fit a phone (${locale})`, async ({
		page,
		context,
		baseURL
	}) => {
		await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: locale, url: baseURL ?? '' }]);
		for (const path of ['/settings/people', '/settings/annotations', '/settings/audit', '/views']) {
			await page.setViewportSize({ width: 390, height: 844 });
			await page.goto(path);
			expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
			for (const menu of await page.locator('main summary').all()) await menu.click();
			await page.getByTestId('acting').click();
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				expect(await findProblems(page)).toEqual([]);
			}
		}
	});
