import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { findProblems } from '../axe.ts';
import { test } from '../watched.ts';

/** After start-own by name: it adds imported feedback. */
test.describe.configure({ mode: 'serial' });

const complaint = {
	kind: 'complaint',
	received_on: '2026-10-07',
	complaint_id: 'crm-1',
	text: 'They rang my neighbour and my phone 13900139000 at night'
};
let key = '';
const sent: number[] = [];

async function makeKey(page: Page, name: string, allow: RegExp | null = null): Promise<string> {
	await page.goto('/settings/keys');
	await page.getByLabel('System that sends').fill(name);
	if (allow) await page.getByRole('checkbox', { name: allow }).uncheck();
	await page.getByRole('button', { name: 'Make key' }).click();
	return page.getByTestId('key').innerText();
}
async function post(
	request: APIRequestContext,
	data: object | string,
	{
		as = key,
		headers = {},
		query = ''
	}: { as?: string; headers?: Record<string, string>; query?: string } = {}
) {
	const answer = await request.post(`/api/v1/feedback${query}`, {
		data: typeof data === 'string' ? data : JSON.stringify(data),
		headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json', ...headers }
	});
	const body = (await answer.json()) as { import_id?: number };
	if (answer.ok() && body.import_id) sent.push(body.import_id);
	return { status: answer.status(), headers: answer.headers(), body };
}

test('a key is made on its page, shown once, and opens the API', async ({ page, request }) => {
	key = await makeKey(page, 'CRM');
	expect(key).toMatch(/^ear_\w{8}_\w{40}$/);
	const first = await post(request, complaint);
	expect(first.status).toBe(201);
	expect(first.headers['location']).toBe(`/api/v1/imports/${first.body.import_id}`);
	expect((await post(request, [complaint])).status).toBe(200);
	await page.goto('/settings/keys');
	await expect(page.getByText(key)).toHaveCount(0);
	await page.goto('/feedback?q=neighbour');
	await expect(page.getByText('13900139000')).toHaveCount(0);
	await expect(page.getByRole('link', { name: /rang my neighbour/ })).toContainText('«phone»');
	const looked = await request.get(`/api/v1/imports/${first.body.import_id}`, {
		headers: { authorization: `Bearer ${key}` }
	});
	expect(looked.status()).toBe(200);
	expect(await looked.json()).toMatchObject({ status: 'done', counts: { stored: 1 } });
});

test('every refusal is a problem document with its own status', async ({ page, request }) => {
	const reader = await makeKey(page, 'Reader', /store feedback/);
	const many = Array.from({ length: 1001 }, (_, at) => ({ ...complaint, complaint_id: `m-${at}` }));
	const wrong = [{ ...complaint, received_on: 'soon 13900139000' }];
	const refusals = [
		[401, await post(request, complaint, { as: `ear_00000000_${'0'.repeat(40)}` })],
		[403, await post(request, complaint, { as: reader })],
		[413, await post(request, many)],
		[413, await post(request, { ...complaint, text: 'x'.repeat(5 * 1024 * 1024) })],
		[415, await post(request, complaint, { headers: { 'content-type': 'text/csv' } })],
		[
			415,
			await post(request, complaint, { headers: { 'content-type': 'application/x-www-form-urlencoded' } })
		],
		[415, await post(request, complaint, { headers: { 'content-encoding': 'gzip' } })],
		[422, await post(request, '{"kind":')],
		[422, await post(request, wrong)],
		[422, await post(request, [...wrong, { ...complaint, complaint_id: 'a' }], { query: '?atomic=true' })],
		[400, await post(request, complaint, { query: '?atomic=perhaps' })]
	] as const;
	for (const [status, answer] of refusals) {
		expect(answer.status).toBe(status);
		expect(answer.headers['content-type']).toBe('application/problem+json');
		expect(answer.body).toMatchObject({ status, type: expect.stringMatching(/^\/api#/) });
		expect(JSON.stringify(answer.body)).not.toContain('13900139000');
	}
	expect(refusals[0][1].headers['www-authenticate']).toContain('Bearer');
	expect(refusals[8][1].body).toMatchObject({ issues: [{ index: 0, field: 'received_on' }] });
	expect((await request.post('/api/v1/feedback', { data: complaint })).status()).toBe(401);
});

test('a request repeated under its idempotency key is answered as before', async ({ request }) => {
	const headers = { 'idempotency-key': 'e2e-1' };
	const items = Array.from({ length: 1000 }, (_, at) => ({ ...complaint, complaint_id: `i-${at}` }));
	const both = await Promise.all([post(request, items, { headers }), post(request, items, { headers })]);
	expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
	const again = await post(request, items, { headers });
	expect(again.status).toBe(201);
	expect(again.headers['idempotency-replayed']).toBe('true');
	expect(again.body).toEqual(both.find(({ status }) => status === 201)?.body);
	expect((await post(request, complaint, { headers })).status).toBe(422);
	const lines = [complaint, complaint].map((item) => JSON.stringify(item)).join('\n');
	expect((await post(request, lines, { headers: { 'content-type': 'application/x-ndjson' } })).status).toBe(
		200
	);
});

test('a key that asks too often is told when to come back, and one that is revoked is refused', async ({
	page,
	request
}) => {
	const hasty = await makeKey(page, 'Hasty');
	const answers = await Promise.all(Array.from({ length: 80 }, () => post(request, '[]', { as: hasty })));
	const limited = answers.filter(({ status }) => status === 429);
	expect(limited.length).toBeGreaterThan(0);
	expect(Number(limited[0]?.headers['retry-after'])).toBeGreaterThan(0);
	const row = page.getByRole('row').filter({ hasText: hasty.slice(0, 12) });
	await row.getByText('Revoke …').click();
	await row.getByRole('button', { name: /Yes, revoke/ }).click();
	await expect(row).toContainText('revoked');
	expect((await post(request, complaint, { as: hasty })).status).toBe(401);
});

for (const [locale, heading] of [
	['en', 'HTTP API'],
	['zh-CN', 'HTTP API']
] as const)
	test(`the pages of the API can be read by everyone (${locale})`, async ({ page, context, baseURL }) => {
		await context.addCookies([{ name: 'PARAGLIDE_LOCALE', value: locale, url: baseURL ?? '' }]);
		for (const path of ['/api', '/settings/keys']) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toContainText(path === '/api' ? heading : 'API');
			expect(await findProblems(page)).toEqual([]);
		}
		const document = await page.request.get('/api/v1/openapi.json');
		expect(await document.json()).toMatchObject({ openapi: '3.1.0' });
	});

test('each request is an import, listed under the system that sent it', async ({ page, request }) => {
	for (const id of new Set(sent.toReversed())) {
		await page.goto(`/imports/${id}`);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('api:crm');
	}
	expect(await (await request.get('/api/v1/imports/1')).json()).toMatchObject({ status: 401 });
});
