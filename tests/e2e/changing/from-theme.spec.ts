import { expect, type Page } from '@playwright/test';
import { test } from '../watched.ts';

async function totalOf(page: Page): Promise<number> {
	const heading = page.getByTestId('total');
	await expect(heading).toBeVisible();
	return Number(await heading.getAttribute('data-count'));
}
const card = (page: Page, title: string) =>
	page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

test('from a theme to a team, from the team to an agent, and from the agent to the sentence', async ({
	page
}) => {
	await page.goto('/themes');
	await page.getByRole('link', { name: 'Abusive language' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Abusive language');
	await card(page, 'Where: teams and agencies').getByRole('link', { name: 'Tulsa 1' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tulsa 1');
	const agents = card(page, 'Agents').getByRole('rowheader').getByRole('link');
	const name = await agents.first().innerText();
	await agents.first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
	await expect(page.getByText('Who opens this page is written in the audit log.')).toBeVisible();
	const sentence = card(page, 'What was said').getByRole('listitem').first();
	const marked = (await sentence.locator('mark').innerText()).trim();
	await sentence.getByRole('link').first().click();
	await expect(page).toHaveURL(/\/feedback\/\d+$/);
	// The numbers of the tags stand within the words.
	const said = page.locator('blockquote').first();
	await expect(said).toBeVisible();
	const words = await said.evaluate((quote) => {
		const copy = quote.cloneNode(true) as HTMLElement;
		for (const number of copy.querySelectorAll('sup')) number.remove();
		return copy.textContent;
	});
	expect(words).toContain(marked);
});

test('the number of a team is the length of its list', async ({ page }) => {
	await page.goto('/teams');
	const row = page
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: 'Tulsa 1' }) })
		.first();
	const link = row.getByRole('cell').nth(2).getByRole('link');
	const shown = Number((await link.innerText()).replaceAll(',', ''));
	expect(shown).toBeGreaterThan(0);
	await link.click();
	expect(await totalOf(page)).toBe(shown);
});

test('an agent’s reply stands on the agent’s page', async ({ page }) => {
	await page.goto('/agents/a-084');
	const replies = card(page, 'The agent’s reply');
	await replies.getByText('Write down a reply').first().click();
	await replies.getByRole('textbox').fill('The borrower asked me to call back in the evening.');
	await replies.getByRole('button', { name: 'Write down a reply' }).click();
	await expect(card(page, 'The agent’s reply').getByRole('listitem')).toContainText(
		'call back in the evening'
	);
});
