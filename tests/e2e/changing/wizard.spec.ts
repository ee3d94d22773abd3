import { expect, type Page } from '@playwright/test';
import { findProblems } from '../axe.ts';
import { chineseTable, toCsv, toGbk, toWorkbook } from '../fixtures/chinese-headers.ts';
import { test } from '../watched.ts';

/** It leaves the feedback as it found it. */
test.describe.configure({ mode: 'serial' });

const file = { name: '投诉工单.csv', mimeType: 'text/csv', buffer: toCsv(chineseTable) };

async function upload(page: Page, button: string, sent = file): Promise<void> {
	await page.goto('/imports');
	await page.locator('input[type="file"]').setInputFiles(sent);
	await page.getByRole('button', { name: button }).click();
	await expect(page).toHaveURL(/\/imports\/new\?upload=[0-9a-f-]{36}$/);
	await page.waitForLoadState('networkidle');
}

async function importedCount(page: Page): Promise<string | null> {
	await page.goto('/feedback?origin=all');
	return page.getByTestId('total').getAttribute('data-count');
}

test('a file with Chinese headers is mapped, checked, imported and rolled back', async ({ page }) => {
	const before = await importedCount(page);
	await upload(page, 'Upload and look at it');
	await expect(page.getByLabel(/^received_on/)).toHaveValue('column:受理日期');
	await expect(page.getByText('13800138000')).toHaveCount(0);
	await expect(page.getByRole('row').filter({ hasText: 'GD-9001' })).toContainText('value not in the list');

	await page.getByLabel(/电联催缴/).selectOption('phone');
	await expect(page.getByRole('row').filter({ hasText: 'GD-9001' })).not.toContainText('not in the list');
	await page.getByRole('button', { name: 'Check whole file' }).click();
	await expect(page.getByText('3 rows read: 2 can be taken, 1 have a problem')).toBeVisible();
	await expect(page.getByText('1 × not a date · received_on')).toBeVisible();
	expect(await findProblems(page)).toEqual([]);
	expect(await importedCount(page)).toBe(before);
	await page.goBack();

	await upload(page, 'Upload and look at it');
	await page.getByLabel(/电联催缴/).selectOption('phone');
	await expect(page.getByRole('row').filter({ hasText: 'GD-9001' })).not.toContainText('not in the list');
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page).toHaveURL(/\/imports\/\d+$/);
	await expect(
		page.getByText('3 rows read = 2 new + 0 updated + 0 already known + 1 not taken')
	).toBeVisible();
	const href = page.url();
	expect(await findProblems(page)).toEqual([]);
	const csv = await (await page.request.get(`${href}/issues.csv`)).text();
	expect(csv).toContain('4,received_on,bad-date');
	expect(Number(await importedCount(page))).toBe(Number(before) + 2);

	await page.goto(href);
	await page.getByText('Roll back …').click();
	await page.getByRole('button', { name: 'Yes, roll this import back' }).click();
	await expect(page.getByText('Rolled back by')).toBeVisible();
	expect(await importedCount(page)).toBe(before);
});

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const forms = [
	{
		name: 'a CSV in GBK',
		sent: async () => ({ name: '投诉工单-gbk.csv', mimeType: 'text/csv', buffer: toGbk(chineseTable) }),
		state: async (page: Page) => {
			await expect(page.getByLabel('Encoding')).toContainText('Detected: GB18030 (GBK)');
			await expect(page.getByLabel('Cells are separated by')).toContainText('Detected: semicolon');
			await page.getByLabel('Cells are separated by').selectOption({ label: 'comma' });
			await page.getByRole('button', { name: 'Read again' }).click();
			await expect(page.getByLabel(/^received_on/)).not.toHaveValue('column:受理日期');
			await page.getByLabel('Cells are separated by').selectOption({ label: 'semicolon' });
		}
	},
	{
		name: 'the second sheet of an XLSX workbook',
		sent: async () => ({ name: '投诉工单.xlsx', mimeType: excel, buffer: await toWorkbook(chineseTable) }),
		state: async (page: Page) => {
			await expect(page.getByRole('combobox', { name: 'Sheet', exact: true })).toContainText(
				'Detected: 说明'
			);
			await page.getByRole('combobox', { name: 'Sheet', exact: true }).selectOption('工单');
		}
	}
];
for (const { name, sent, state } of forms)
	test(`${name} with Chinese headers is read as stated, mended, checked, imported and rolled back`, async ({
		page
	}) => {
		const before = await importedCount(page);
		await upload(page, 'Upload and look at it', await sent());
		await state(page);
		await page.getByRole('button', { name: 'Read again' }).click();
		await expect(page.getByLabel(/^received_on/)).toHaveValue('column:受理日期');
		await page.waitForLoadState('networkidle');
		const channel = page.getByLabel(/电联催缴/);
		if (await channel.isVisible()) await channel.selectOption('phone');
		await page.getByLabel(/^region/).selectOption('constant');
		await page.getByLabel('Value of region for every row').fill('华东');
		await page.getByRole('button', { name: 'Refresh preview' }).click();
		await expect(page.getByRole('row').filter({ hasText: 'GD-9002' })).toContainText('华东');
		await page.getByRole('button', { name: 'Check whole file' }).click();
		await expect(page.getByText('3 rows read: 2 can be taken, 1 have a problem')).toBeVisible();
		await expect(page.getByText('1 × not a date · received_on')).toBeVisible();
		expect(await findProblems(page)).toEqual([]);
		await page.getByRole('button', { name: 'Import', exact: true }).click();
		await expect(page).toHaveURL(/\/imports\/\d+$/);
		await expect(
			page.getByText('3 rows read = 2 new + 0 updated + 0 already known + 1 not taken')
		).toBeVisible();
		const href = page.url();
		expect(Number(await importedCount(page))).toBe(Number(before) + 2);
		await page.goto(href);
		await page.getByText('Roll back …').click();
		await page.getByRole('button', { name: 'Yes, roll this import back' }).click();
		await expect(page.getByText('Rolled back by')).toBeVisible();
		expect(await importedCount(page)).toBe(before);
	});

test.describe('without JavaScript, in Chinese', () => {
	test.use({ javaScriptEnabled: false });

	test('the mapping is remembered, and every step works by buttons', async ({ page, context }) => {
		await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'zh-CN', url: 'http://127.0.0.1:4173' }]);
		await upload(page, '上传并查看');
		await expect(page.getByText('沿用您上次')).toBeVisible();
		await page.getByLabel(/^region/).selectOption('constant');
		await page.getByLabel('所有行的 region 值').fill('华东');
		await page.getByRole('button', { name: '刷新预览' }).click();
		await expect(page.getByRole('row').filter({ hasText: 'GD-9002' })).toContainText('华东');
		await page.getByRole('button', { name: '检查整个文件' }).click();
		await expect(page.getByText('共读取 3 行：2 行可以采纳')).toBeVisible();
		await page.getByRole('button', { name: '开始导入' }).click();
		await expect(page).toHaveURL(/\/imports\/\d+$/);
		await expect(async () => {
			await page.reload();
			await expect(page.getByText('撤回导入…')).toBeVisible({ timeout: 500 });
		}).toPass({ timeout: 60_000 });
		await page.getByText('撤回导入…').click();
		await page.getByRole('button', { name: '是的，撤回此次导入' }).click();
		await expect(async () => {
			await page.reload();
			await expect(page.getByText('撤回人')).toBeVisible({ timeout: 500 });
		}).toPass({ timeout: 60_000 });
	});
});

test('axe finds nothing on the pages of the wizard in Chinese, and they fit a phone', async ({
	page,
	context
}) => {
	await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: 'zh-CN', url: 'http://127.0.0.1:4173' }]);
	await page.setViewportSize({ width: 390, height: 844 });
	await upload(page, '上传并查看');
	expect(await findProblems(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await page.goto('/imports');
	await page.getByRole('link', { name: /^\d+$/ }).first().click();
	await expect(page).toHaveURL(/\/imports\/\d+$/);
	await expect(page.locator('dl').getByText('已撤回')).toBeVisible();
	expect(await findProblems(page)).toEqual([]);
});

test('an upload that is none is not found, whatever its id tries', async ({ page }) => {
	for (const id of ['', '..', '../../earshot.db', '00000000-0000-4000-8000-000000000000'])
		expect((await page.goto(`/imports/new?upload=${encodeURIComponent(id)}`))?.status()).toBe(404);
});
