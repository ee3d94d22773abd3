import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has before what a journey goes to. */
const mostStops = 400;

/** Presses Tab until `goal` has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
	await expect(goal).toBeAttached();
	const aim = await goal.elementHandle();
	for (let stops = 0; stops < mostStops; stops++) {
		if (await page.evaluate((element) => element === document.activeElement, aim)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`${String(goal)} is not reached by Tab.`);
}

/** Goes to a link, button or summary and presses Enter. */
export async function enter(page: Page, goal: Locator): Promise<void> {
	await tabTo(page, goal);
	await page.keyboard.press('Enter');
}

/** The panel under a heading. */
export function panel(page: Page, title: string): Locator {
	return page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}
