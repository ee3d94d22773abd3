import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { enter, panel, tabTo } from './keyboard.ts';
import { test } from './watched.ts';

/** The journeys that change nothing, by keyboard alone. */
async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	// Whatever needs a script has it.
	await expect(page.getByRole('button', { name: /as a PNG picture/ }).first()).toBeVisible();
}
const numberIn = (text: string) => Number(text.replaceAll(/[^\d]/g, ''));

/** The Overview of an agency in the newest month in which a theme grew there by more than chance. */
async function worseMonth(page: Page): Promise<string> {
	for (let month = 11; month > 0; month--) {
		const path = `/?agency=kestrel-vale&period=2026-${String(month).padStart(2, '0')}`;
		const answer = await page.request.get(path);
		if ((await answer.text()).includes('more than before')) return path;
	}
	throw new Error('In no month of 2026 did a theme grow.');
}

test('an analyst compares two agencies by rate and takes the CSV, whose sum is what the chart counts', async ({
	page
}) => {
	await open(page, '/explore?period=2026&lens=all&vs=group&agency=kestrel-vale&b.agency=in-house');
	await tabTo(page, page.getByRole('combobox', { name: 'Measure', exact: true }));
	await page.keyboard.type('Rate per c');
	await expect(page).toHaveURL(/measure=rate/);
	const counted = page.getByTestId('counted');
	const sums = await counted.evaluateAll((all) => all.map((link) => Number(link.dataset['count'])));
	expect(sums.every((sum) => sum > 0)).toBe(true);

	const waiting = page.waitForEvent('download');
	await enter(page, page.getByRole('link', { name: 'Download “Rate per contacts” as CSV' }).first());
	const text = await readFile(await (await waiting).path(), 'utf8');
	const [head, ...rows] = text
		.replace('\ufeff', '')
		.trim()
		.split('\r\n')
		.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
	const at = head?.indexOf('feedback') ?? -1;
	const all = rows.reduce((sum, row) => sum + Number(row[at]), 0);
	expect(all).toBe(sums.reduce((sum, one) => sum + one, 0));
});

test('an officer sees a theme worsen, asks whether it is real and where, and reads three sentences', async ({
	page
}) => {
	await open(page, await worseMonth(page));
	const grown = panel(page, 'Conduct themes')
		.getByRole('row')
		.filter({ hasText: 'more than before' })
		.first();
	const theme = grown.getByRole('rowheader').getByRole('link');
	const name = await theme.innerText();
	await enter(page, theme);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

	// Is it real: the rate with its interval, and each month within its natural variation.
	await expect(page.getByText(/per 1,000 connected contacts \(95 % interval/)).toBeVisible();
	const chart = page.locator('figure#rate');
	await tabTo(page, chart.getByRole('group').getByRole('link'));
	const newest = await chart.getByRole('group').getByRole('link').innerText();
	await page.keyboard.press('ArrowLeft');
	await expect(chart.getByRole('group').getByRole('link')).not.toHaveText(newest);
	await expect(chart.getByRole('group').getByRole('link')).toContainText(/natural variation [\d.]+–[\d.]+/);

	const where = panel(page, 'Where: teams and agencies');
	const team = where.getByRole('rowheader').getByRole('link', { name: / 1$/ }).first();
	const teamName = await team.innerText();
	await enter(page, team);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(teamName);

	const sentences = panel(page, 'What was said').getByRole('listitem');
	expect(await sentences.count()).toBeGreaterThanOrEqual(3);
	for (const at of [0, 1, 2]) await expect(sentences.nth(at).locator('mark')).not.toBeEmpty();
	await enter(page, sentences.first().getByRole('link').first());
	await expect(page).toHaveURL(/\/feedback\/\d+$/);
	await expect(page.locator('blockquote mark').first()).toBeVisible();
});

test('a chart is asked, by keyboard, for the feedback behind one of its marks', async ({ page }) => {
	await open(page, '/?period=2026-10');
	const mark = page.locator('figure#themes').getByRole('group').getByRole('link');
	await tabTo(page, mark);
	await page.keyboard.press('ArrowLeft');
	const said = await mark.innerText();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/feedback\?/);
	const total = Number(await page.getByTestId('total').getAttribute('data-count'));
	expect(said.match(/[\d,]+/g)?.map(numberIn)).toContain(total);
});
