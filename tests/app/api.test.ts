import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { periodOf } from '#core/domain/period.ts';
import { apiDocument } from '#server/app/api-document.ts';
import { importAnswer, kpisAnswer, receivedAnswer } from '#server/app/api-answers.ts';
import { apiImport } from '#server/app/api-import.ts';
import { apiKpis } from '#server/app/api-kpis.ts';
import { apiKeys, createApiKey, identifyKey, revokeApiKey, type ApiCaller } from '#server/app/api-keys.ts';
import type { ItemsInput } from '#server/app/items-request.ts';
import { receiveItems } from '#server/app/receive-items.ts';
import { rollBackImport } from '#server/app/roll-back-import.ts';
import { administrator, aFilter, dump, importRows, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { organisationRows } from './scene.ts';

async function open(): Promise<TestDeps> {
	const deps = await openTestDeps({ inMemory: true });
	await importRows(deps, organisationRows);
	return deps;
}
async function aKey(deps: TestDeps, input: Partial<Parameters<typeof createApiKey>[2]> = {}) {
	const made = await createApiKey(deps, administrator, {
		name: 'CRM',
		permissions: ['import', 'read'],
		...input
	});
	const caller = await identifyKey(deps, administrator, made.key);
	return { ...made, caller: caller as ApiCaller };
}
function send(deps: TestDeps, caller: ApiCaller, items: unknown, more: Partial<ItemsInput> = {}) {
	const body = typeof items === 'string' ? items : JSON.stringify(items);
	return receiveItems(deps, caller.actor, {
		kind: 'feedback',
		caller,
		body,
		form: 'json',
		isAtomic: false,
		idempotencyKey: null,
		...more
	});
}
const complaint = (patch: object = {}) => ({
	kind: 'complaint',
	received_on: '2026-07-01',
	complaint_id: 'c-1',
	text: 'They called my office and my mother on 13812345678',
	...patch
});
const feedbackOf = async (deps: TestDeps) => (await dump(deps))['feedback'] ?? [];

describe('keys', () => {
	it('open what they are for until they are revoked, and are stored as a hash only', async () => {
		const deps = await open();
		const { key, prefix, caller } = await aKey(deps, { permissions: ['read'] });
		expect(key).toMatch(/^ear_[0-9A-Za-z]{8}_[0-9A-Za-z]{40}$/);
		await expect(send(deps, caller, complaint())).rejects.toMatchObject({ code: 'forbidden' });
		const rows = await deps.store.db.selectFrom('apiKey').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(key.slice(13));
		expect(deps.logged()).not.toContain(key.slice(13));
		const wrong = key.slice(0, -1) + (key.endsWith('a') ? 'b' : 'a');
		for (const text of [wrong, key.slice(0, -10), '', `${key} `])
			expect(await identifyKey(deps, administrator, text)).toBeNull();
		await revokeApiKey(deps, administrator, prefix);
		expect(await identifyKey(deps, administrator, key)).toBeNull();
		const [shown] = (await apiKeys(deps, administrator, undefined)).keys;
		expect(shown).toMatchObject({ prefix, permissions: ['read'], revokedAt: '2026-07-14T04:00:00.000Z' });
	});

	it('are made by administrators, with a name, a permission and agencies there are', async () => {
		const deps = await open();
		const wrong = [{ name: ' ' }, { permissions: [] }, { permissions: ['administer'] }, { agencyIds: ['x'] }];
		for (const input of wrong) await expect(aKey(deps, input)).rejects.toMatchObject({ code: 'bad-input' });
		const { caller } = await aKey(deps);
		const input = { name: 'Other', permissions: ['read'] };
		await expect(createApiKey(deps, caller.actor, input)).rejects.toMatchObject({ code: 'forbidden' });
	});
});

describe('feedback that a program sends', () => {
	it('is masked, listed and kept as an import that can be looked at and rolled back', async () => {
		const deps = await open();
		const before = await dump(deps);
		const { caller } = await aKey(deps);
		const { answer } = await send(deps, caller, [complaint(), complaint({ complaint_id: 2, text: '我爱' })]);
		expect(receivedAnswer.parse(answer)).toEqual(answer);
		expect(answer.counts).toEqual({ read: 2, stored: 2, updated: 0, unchanged: 0, rejected: 0 });
		const { rows } = await listOf(deps, aFilter());
		expect(rows.map(({ text }) => text).join()).toContain('«phone»');
		const stored = await dump(deps);
		expect(JSON.stringify(stored) + deps.logged()).not.toContain('13812345678');
		expect(deps.logged()).not.toContain('office');
		expect(await apiImport(deps, caller.actor, answer.import_id)).toMatchObject({
			status: 'done',
			importer: 'jsonl',
			counts: answer.counts
		});
		await rollBackImport(deps, administrator, answer.import_id);
		expect(await feedbackOf(deps)).toEqual(before['feedback']);
	});

	it('updates what the same system sent under an id, and leaves other systems’ ids alone', async () => {
		const deps = await open();
		const { caller } = await aKey(deps);
		const { caller: second } = await aKey(deps);
		const { caller: other } = await aKey(deps, { name: 'Hotline' });
		const statusOf = async (by: ApiCaller, ...items: object[]) =>
			(await send(deps, by, items)).answer.results.map(({ status }) => status);
		expect(await statusOf(caller, complaint())).toEqual(['stored']);
		expect(await statusOf(second, complaint())).toEqual(['unchanged']);
		const newer = complaint({ text: 'They came to my house' });
		expect(await statusOf(second, newer, newer)).toEqual(['updated', 'unchanged']);
		expect(await statusOf(other, complaint())).toEqual(['stored']);
		expect(await feedbackOf(deps)).toHaveLength(2);
	});

	it('is taken item by item, or with `atomic` all or not at all', async () => {
		const deps = await open();
		const { caller } = await aKey(deps);
		const items = [complaint({ received_on: '13812345678' }), complaint(), 7];
		const refused = await send(deps, caller, items, { isAtomic: true });
		expect(refused.isRefused).toBe(true);
		expect(await feedbackOf(deps)).toEqual([]);
		const { answer, isRefused } = await send(deps, caller, items);
		expect(isRefused).toBe(false);
		expect(answer.results.map(({ status }) => status)).toEqual(['rejected', 'stored', 'rejected']);
		expect(answer.results[0]?.issues).toMatchObject([{ field: 'received_on', code: 'bad-date' }]);
		expect(JSON.stringify(answer)).not.toContain('13812345678');
		const seen = await apiImport(deps, caller.actor, answer.import_id);
		expect(importAnswer.parse(seen).issues.map(({ line }) => line)).toEqual([1, 3]);
		expect((await send(deps, caller, [7])).isRefused).toBe(true);
	});

	it('that is no list of items, or too long a one, is refused', async () => {
		const deps = await open();
		const { caller } = await aKey(deps);
		for (const body of ['', '{', '[]', '"text"'])
			await expect(send(deps, caller, body)).rejects.toMatchObject({ code: 'bad-items' });
		const many = Array.from({ length: 1001 }, (_, at) => complaint({ complaint_id: at }));
		await expect(send(deps, caller, many)).rejects.toMatchObject({ code: 'too-large' });
		expect((await send(deps, caller, many.slice(1))).answer.counts.stored).toBe(1000);
	});

	it('gets the same answer again under its idempotency key, and is stored once', async () => {
		const deps = await open();
		const { caller } = await aKey(deps);
		const nameless = { ...complaint(), complaint_id: null };
		const key = { idempotencyKey: 'try-1' };
		const both = await Promise.allSettled([
			send(deps, caller, nameless, key),
			send(deps, caller, nameless, key)
		]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'busy' } });
		const again = await send(deps, caller, nameless, key);
		expect(again).toMatchObject({ isReplayed: true, answer: { counts: { stored: 1, unchanged: 0 } } });
		expect(await feedbackOf(deps)).toHaveLength(1);
		expect((await dump(deps))['import']).toHaveLength(2);
		const other = send(deps, caller, complaint(), key);
		await expect(other).rejects.toMatchObject({ code: 'bad-items' });
	});
});

describe('a key of one agency', () => {
	it('writes about it and no other, and reads its own imports only', async () => {
		const deps = await open();
		const { agencies } = await apiKeys(deps, administrator, undefined);
		const [own, strange] = agencies.map(({ id }) => id) as [string, string];
		const { caller: all } = await aKey(deps, { name: 'Everything' });
		const foreign = (await send(deps, all, complaint({ agency_id: own }))).answer.import_id;
		const { caller } = await aKey(deps, { agencyIds: [own] });
		const sent = await send(deps, caller, complaint());
		expect(await feedbackOf(deps)).toMatchObject([{ agencyId: own }, { agencyId: own }]);
		await expect(send(deps, caller, complaint({ agency_id: strange }))).rejects.toMatchObject({
			code: 'forbidden',
			issues: [{ line: 1, column: 'agency_id' }]
		});
		expect(await feedbackOf(deps)).toHaveLength(2);
		expect(await apiImport(deps, caller.actor, sent.answer.import_id)).toMatchObject({ status: 'done' });
		await expect(apiImport(deps, caller.actor, foreign)).rejects.toMatchObject({ code: 'not-found' });
		await expect(aKey(deps, { agencyIds: [strange] })).rejects.toMatchObject({ code: 'bad-input' });
	});
});

describe('exposure that a program sends', () => {
	it('replaces the day’s figures, and says which it did', async () => {
		const deps = await open();
		const { caller } = await aKey(deps);
		const team = (await dump(deps))['team']?.[0] as { id: string };
		const day = {
			day: '2026-07-01',
			team_id: team.id,
			channel: 'phone',
			stage: 'm1',
			product: 'card',
			contacts: 10,
			connected: 4,
			accounts: 9
		};
		const statusOf = async (...items: object[]) =>
			(await send(deps, caller, items, { kind: 'exposure' })).answer.results.map(({ status }) => status);
		expect(await statusOf(day, { ...day, day: '2026-07-02' })).toEqual(['stored', 'stored']);
		expect(await statusOf(day, { ...day, day: '2026-07-02', connected: 5 })).toEqual([
			'unchanged',
			'updated'
		]);
		expect(await statusOf(day, { ...day, connected: 11 }, { ...day, team_id: 'none-such' })).toEqual([
			'unchanged',
			'rejected',
			'rejected'
		]);
	});
});

it('the API’s document is valid OpenAPI 3.1', async () => {
	const checked = await new Validator().validate({ ...structuredClone(apiDocument()) });
	expect(checked).toMatchObject({ valid: true });
});

describe('KPIs', () => {
	const ids = ['K01', 'K16'];
	const june = { filter: aFilter({ period: periodOf('2026-07') }), ids };

	it('come with definition, value and what is missing, in the documented form', async () => {
		const deps = await open();
		const { caller } = await aKey(deps);
		await send(deps, caller, complaint());
		const answer = kpisAnswer.parse(await apiKpis(deps, caller.actor, june));
		expect(answer.period).toEqual({ from: '2026-07-01', to: '2026-08-01' });
		expect(answer.kpis.map(({ id }) => id)).toEqual(ids);
		expect(answer.kpis[0]).toMatchObject({ value: 1, missing: null, lists: 'numerator' });
		expect(answer.kpis[1]).toMatchObject({
			value: null,
			numerator: { value: null },
			missing: { code: 'no-case-dates' }
		});
		const all = kpisAnswer.parse(await apiKpis(deps, caller.actor, { ...june, ids: [] }));
		expect(all.kpis.length).toBeGreaterThan(40);
	});

	it('are refused without permission, and where one does not exist', async () => {
		const deps = await open();
		const { caller } = await aKey(deps, { permissions: ['import'] });
		await expect(apiKpis(deps, caller.actor, june)).rejects.toMatchObject({ code: 'forbidden' });
		const { caller: reader } = await aKey(deps, { permissions: ['read'], name: 'BI' });
		await expect(apiKpis(deps, reader.actor, { ...june, ids: ['K99'] })).rejects.toThrow('no KPI “K99”');
	});

	it('of a key for an agency are that agency’s', async () => {
		const deps = await open();
		const { caller } = await aKey(deps);
		await send(deps, caller, [
			complaint({ team_id: 'north-1' }),
			complaint({ complaint_id: 'c-2', team_id: 'own-1' })
		]);
		const { caller: north } = await aKey(deps, { name: 'North', agencyIds: ['north'] });
		const [all, own] = [await apiKpis(deps, caller.actor, june), await apiKpis(deps, north.actor, june)];
		expect([all.kpis[0]?.value, own.kpis[0]?.value]).toEqual([2, 1]);
	});
});
