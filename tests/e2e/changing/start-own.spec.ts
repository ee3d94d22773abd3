import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../watched.ts';

/** Files run by name: it removes the demo that those before it look at. */
test.describe.configure({ mode: 'serial' });

test('a file is imported from the page, its bad row named, its personal data masked', async ({ page }) => {
	await page.goto('/imports');
	await page
		.locator('input[type="file"]')
		.setInputFiles(resolve(import.meta.dirname, '../fixtures/complaints.csv'));
	await page.getByRole('button', { name: 'Upload and look at it' }).click();
	await expect(page).toHaveURL(/\/imports\/new\?upload=/);
	await page.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(page).toHaveURL(/\/imports\/\d+$/);
	await expect(
		page.getByText('3 rows read = 2 new + 0 updated + 0 already known + 1 not taken')
	).toBeVisible();
	await expect(page.getByRole('row').filter({ hasText: 'received_on' })).toContainText('4');

	await page.goto('/feedback');
	await expect(page.getByTestId('total')).toHaveAttribute('data-count', '2');
	await expect(page.getByText('13800138000')).toHaveCount(0);
	await page.getByRole('link', { name: /called my office/ }).click();
	await expect(page.locator('blockquote')).toContainText('«phone»');
	await expect(page.locator('blockquote mark').first()).toBeVisible();
});

test('imported and simulated feedback are shown apart', async ({ page }) => {
	await page.goto('/?period=2026-10');
	await expect(page.getByText('Simulated organisation')).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('2 complaints in Oct 2026');
	await page.goto('/?period=2026-10&origin=simulated');
	await expect(page.getByText('Simulated organisation')).toBeVisible();
});

test('a file that is none is refused in one sentence', async ({ page }) => {
	await page.goto('/imports');
	await page
		.locator('input[type="file"]')
		.setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
	await page.getByRole('button', { name: 'Upload and look at it' }).click();
	await expect(page.getByText('“empty.csv” is empty')).toBeVisible();
});

test('starting empty removes the demo and only the demo', async ({ page }) => {
	await page.goto('/imports');
	await page.getByText('Remove the demo').click();
	await page.getByRole('button', { name: 'Yes, remove the simulated demo' }).click();
	await expect(page.getByText('Remove the demo')).toHaveCount(0);
	await page.goto('/feedback?origin=all');
	await expect(page.getByTestId('total')).toHaveAttribute('data-count', '2');
});
