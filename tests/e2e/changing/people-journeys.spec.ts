import { expect } from '@playwright/test';
import { enter, panel, tabTo } from '../keyboard.ts';
import { test } from '../watched.ts';

/** The journeys that leave something behind, by keyboard alone. */
test('a manager goes from a signal to the agent, the linked call and the evidence, and shares the view', async ({
	page,
	browser,
	baseURL
}) => {
	await page.goto('/signals?kind=outlier');
	await enter(
		page,
		page.getByRole('link', { name: /reports of “.*” in .* where the work explains/ }).first()
	);
	await expect(page).toHaveURL(/\/signals\/\d+$/);
	await enter(page, page.getByRole('link', { name: /^Page of / }));
	await expect(page).toHaveURL(/\/agents\//);
	await expect(page.getByText('Who opens this page is written in the audit log.')).toBeVisible();

	const agent = page.url();
	await enter(page, panel(page, 'Linked calls').getByRole('link').first());
	await expect(page).toHaveURL(/\/feedback\/\d+$/);
	await expect(page.getByRole('heading', { name: 'Contact it is about' })).toBeVisible();
	await expect(page.locator('blockquote mark').first()).toBeVisible();

	await page.goto(agent);
	await enter(page, page.getByRole('link', { name: 'All feedback with a conduct theme' }));
	await expect(page).toHaveURL(/\/feedback\?.*agent=/);
	const total = (await page.getByTestId('total').getAttribute('data-count')) ?? '';
	await enter(page, page.locator('summary', { hasText: 'Views' }));
	await tabTo(page, page.getByLabel('Name', { exact: true }));
	await page.keyboard.type('To talk about');
	await tabTo(page, page.getByLabel(/Share/));
	await page.keyboard.press('Space');
	await enter(page, page.getByRole('button', { name: 'Save this view' }));
	await expect(page).toHaveURL(/agent=/);

	const other = await browser.newPage({ ...(baseURL ? { baseURL } : {}), locale: 'en-US' });
	await other.goto(page.url());
	await expect(other.getByTestId('total')).toHaveAttribute('data-count', total);
	await other.goto('/views');
	await expect(other.getByRole('link', { name: 'To talk about' })).toBeVisible();
	await other.close();
});

test('an officer writes down what was found beside the sentence', async ({ page }) => {
	await page.goto('/teams/changsha-1');
	await enter(page, panel(page, 'What was said').getByRole('listitem').first().getByRole('link').first());
	await expect(page).toHaveURL(/\/feedback\/\d+$/);
	await enter(page, page.locator('summary', { hasText: 'Add a note' }));
	await tabTo(page, page.getByLabel('Note', { exact: true }));
	await page.keyboard.type('Read by the officer: real, goes to the team.');
	await enter(page, page.getByRole('button', { name: 'Add a note' }));
	await expect(page.getByText('Read by the officer: real, goes to the team.').first()).toBeVisible();
});
