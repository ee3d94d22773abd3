import { expect, type Page } from '@playwright/test';
import { findProblems } from './axe.ts';
import { test } from './watched.ts';

const overview = '/?period=2026-10';

/** A page that answers keys and presses: buttons that need a script come with it. */
async function openLive(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('button', { name: /as a PNG picture/ }).first()).toBeVisible();
}
const rateChart = (page: Page) => page.locator('figure#rate');

test.describe('the palette', () => {
	test('opens by Ctrl-K, finds by name, goes there by Enter, and gives the focus back on Escape', async ({
		page
	}) => {
		await openLive(page, overview);
		await page.getByRole('link', { name: 'Feedback', exact: true }).first().focus();
		await page.keyboard.press('Control+k');
		const box = page.getByRole('combobox');
		await expect(box).toBeFocused();
		await expect(page.getByRole('option').first()).toHaveText(/Overview/);
		await page.keyboard.press('Escape');
		await expect(box).toBeHidden();
		await expect(page.getByRole('link', { name: 'Feedback', exact: true }).first()).toBeFocused();

		await page.keyboard.press('Control+k');
		await page.keyboard.type('changsha');
		const team = page.getByRole('option', { name: /Changsha 1/ });
		await expect(team).toHaveAttribute('aria-selected', 'true');
		await expect(box).toHaveAttribute('aria-activedescendant', (await team.getAttribute('id')) ?? '');
		expect(await findProblems(page)).toEqual([]);
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/teams\/changsha-1/);
	});

	test('finds a feedback by its number, and says when there is nothing', async ({ page }) => {
		await page.goto('/feedback');
		const href = (await page.locator('article a').first().getAttribute('href')) ?? '';
		const number = /\d+$/.exec(href.split('?')[0] ?? '')?.[0] ?? '';
		await openLive(page, overview);
		await page.getByRole('link', { name: 'Go to …' }).click();
		await page.keyboard.type(`#${number}`);
		await expect(page.getByRole('option', { name: `#${number}` })).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new RegExp(`/feedback/${number}$`));
		await page.getByRole('link', { name: 'Go to …' }).click();
		await page.keyboard.type('zzzz');
		await expect(page.getByRole('status').getByText('Nothing of that name')).toBeVisible();
	});
});

test.describe('colours', () => {
	const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

	test('are chosen by buttons, stay, and win over the system', async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(overview);
		const light = await ground(page);
		await page.getByText('Settings', { exact: true }).click();
		await page.getByRole('button', { name: 'Dark' }).click();
		await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark');
		await expect(page).toHaveURL(/period=2026-10/);
		const dark = await ground(page);
		expect(dark).not.toBe(light);
		await page.goto('/imports');
		expect(await ground(page)).toBe(dark);

		await page.emulateMedia({ colorScheme: 'dark' });
		await page.getByText('Settings', { exact: true }).click();
		await page.getByRole('button', { name: 'Light' }).click();
		await expect(page.locator('html')).toHaveAttribute('data-appearance', 'light');
		expect(await ground(page)).toBe(light);
	});

	test('are light on paper, whatever the screen has; menus are left out, the origin is added', async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(overview);
		const onScreen = await page.locator('h1').evaluate((one) => getComputedStyle(one).color);
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		expect(await page.locator('h1').evaluate((one) => getComputedStyle(one).color)).not.toBe(onScreen);
		await expect(page.locator('header').first()).toBeHidden();
		await expect(page.locator('footer')).toContainText('/?period=2026-10');
		const clipped = await page
			.locator('[role="region"]')
			.evaluateAll(
				(all) => all.filter((one) => one.clientHeight > 0 && one.scrollHeight > one.clientHeight + 1).length
			);
		expect(clipped).toBe(0);
	});
});

test.describe('a chart', () => {
	test('is one stop of the keyboard: arrows move between marks, Enter lists their feedback', async ({
		page
	}) => {
		await openLive(page, overview);
		const mark = rateChart(page).getByRole('group').getByRole('link');
		await mark.focus();
		await expect(mark).toContainText('Oct 2026');
		await page.keyboard.press('ArrowLeft');
		await expect(mark).toContainText('Sep 2026');
		const counted = /received ([\d,]+) \//.exec(await mark.innerText())?.[1]?.replaceAll(',', '');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/feedback\?period=2026-09/);
		await expect(page.getByTestId('total')).toHaveAttribute('data-count', counted ?? '');
	});

	test('is saved as a picture in light colours, with its title', async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await openLive(page, overview);
		const save = async (name: RegExp) => {
			const waiting = page.waitForEvent('download');
			await rateChart(page).getByRole('button', { name }).click();
			return waiting;
		};
		const svg = await save(/SVG/);
		const parts: Buffer[] = [];
		for await (const part of await svg.createReadStream()) parts.push(part as Buffer);
		const text = Buffer.concat(parts).toString();
		expect(svg.suggestedFilename()).toBe('Harsh-conduct rate.svg');
		expect(text).toContain('>Harsh-conduct rate</text>');
		expect(text).toContain('Simulated organisation');
		expect(text).toMatch(/<rect width="\d+" height="\d+" fill="#fff/);
		expect(text).not.toContain('var(--');
		expect((await save(/PNG/)).suggestedFilename()).toBe('Harsh-conduct rate.png');
	});

	test('over time gives its period to the page when it is drawn over', async ({ page }) => {
		await openLive(page, overview);
		const box = await rateChart(page).locator('.frame').boundingBox();
		if (!box) throw new Error('The chart has no box.');
		await page.mouse.move(box.x + box.width * 0.5, box.y + 60);
		await page.mouse.down();
		await page.mouse.move(box.x + box.width * 0.7, box.y + 80, { steps: 4 });
		await page.mouse.up();
		await expect(page).toHaveURL(/period=20\d\d-\d\d\.\.20\d\d-\d\d/);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

	test('menu, palette, colours and the period of a chart work', async ({ page }) => {
		await page.goto(overview);
		await page.getByText('Menu', { exact: true }).click();
		await page.getByRole('navigation').getByRole('link', { name: 'Reports' }).click();
		await expect(page).toHaveURL(/\/reports/);
		await page.getByRole('link', { name: 'Go to …' }).click();
		await page.getByRole('searchbox').fill('agents');
		await page.keyboard.press('Enter');
		await page.getByRole('main').getByRole('link', { name: 'Agents' }).click();
		await expect(page).toHaveURL(/\/agents/);
		await page.getByText('Settings', { exact: true }).click();
		await page.getByRole('button', { name: 'Dark' }).click();
		await expect(page.locator('html')).toHaveAttribute('data-appearance', 'dark');

		await page.goto(overview);
		await rateChart(page).getByText('Choose a period').click();
		await rateChart(page).getByRole('combobox', { name: /^From/ }).selectOption('Aug 2026');
		await rateChart(page).getByRole('combobox', { name: /^To/ }).selectOption('Sep 2026');
		await rateChart(page).getByRole('button', { name: 'Show' }).click();
		await expect(page.locator('h1')).toContainText('Aug – Sep 2026');
	});
});

test('Chinese is shown in full squares, whatever fonts the system has, on the next page too', async ({
	page
}) => {
	// Boxes for a missing character are narrower than the character.
	const squares = () =>
		page.getByRole('button', { name: '中文' }).evaluate((button) => {
			const range = document.createRange();
			range.selectNodeContents(button);
			return range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(button).fontSize);
		});
	for (let times = 0; times < 2; times++) {
		await page.goto('/reports');
		await expect.poll(squares).toBeCloseTo(2, 1);
	}
});

test('the page of components is for developers only', async ({ page }) => {
	expect((await page.goto('/dev/components'))?.status()).toBe(404);
});

for (const width of [390, 1024, 1440, 2560])
	test(`the header fits ${width} px and nothing scrolls sideways`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(overview);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		const menu = page.getByText('Menu', { exact: true });
		await expect(menu).toBeVisible({ visible: width < 1241 });
	});
