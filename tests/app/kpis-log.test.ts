import { beforeAll, describe, expect, it } from 'vitest';
import type { RuleChoice } from '#core/domain/rule-choice.ts';
import { periodOf } from '#core/domain/period.ts';
import { feedbackView } from '#server/app/feedback-view.ts';
import { kpiValues } from '#server/app/kpis.ts';
import { rollBackImport } from '#server/app/roll-back-import.ts';
import { chooseRules, ruleSettings } from '#server/app/rule-choice.ts';
import {
	administrator,
	aFilter,
	aManager,
	importRows,
	openTestDeps,
	type CsvRow,
	type TestDeps
} from './deps.ts';

const organisation: readonly CsvRow[] = [
	['north', 'n1', 'A1', 'hubei'],
	['south', 's1', 'B1', 'texas']
].map(([agency, team, agent, region]) => ({
	agency_id: agency!,
	agency_name: agency!,
	in_house: 'no',
	team_id: team!,
	team_name: team!,
	region: region!,
	agent_id: agent!,
	agent_name: agent!,
	from: '2026-01-01',
	to: ''
}));
const contact = (at: string, account: string, patch: CsvRow = {}): CsvRow => ({
	at,
	account,
	agent_id: 'A1',
	channel: 'phone',
	outcome: 'no_answer',
	duration: '',
	call_id: '',
	...patch
});
const onClock = (day: string, nth: number) => `${day} 10:${String(nth).padStart(2, '0')}`;
/** ACC-1: nine missed calls on one day, one at 6:10. ACC-2: seven connected ones. ACC-3, in Texas: two calls. */
const log: readonly CsvRow[] = [
	...Array.from({ length: 9 }, (_, nth) => contact(onClock('2026-06-10', nth), 'ACC-1')),
	contact('2026-06-11 06:10', 'ACC-1'),
	...Array.from({ length: 7 }, (_, nth) =>
		contact(onClock('2026-06-10', nth), 'ACC-2', { outcome: 'connected' })
	),
	contact('2026-06-10 10:00', 'ACC-3', { agent_id: 'B1' }),
	contact('2026-06-10 22:30', 'ACC-3', { agent_id: 'B1' })
];
const complaint = (id: string, account: string, text: string): CsvRow => ({
	complaint_id: id,
	received_on: '2026-06-15',
	channel: 'phone',
	text,
	borrower_ref: account,
	agent_id: ''
});
const complaints: readonly CsvRow[] = [
	complaint('few', 'ACC-1', 'They call me 9 times a day.'),
	complaint('many', 'ACC-1', 'They call me 20 times a day.'),
	complaint('early', 'ACC-1', 'They called me at 6:30 am.'),
	complaint('stranger', 'ACC-9', 'They call me 20 times a day.'),
	complaint('nobody', '', 'They call me 20 times a day.')
];
const cn: RuleChoice = { pack: 'cn', regions: {} };

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	for (const rows of [organisation, log, complaints]) {
		const { counts } = await importRows(deps, rows);
		expect(counts.issues).toBe(0);
	}
});

async function june(choice: RuleChoice, actor = administrator) {
	await chooseRules(deps, administrator, choice);
	const { answer } = await kpiValues(deps, actor, { filter: aFilter({ period: periodOf('2026-06') }) });
	return new Map(answer?.kpis.map(({ id, now }) => [id as string, now]));
}
async function idOf(externalId: string): Promise<number> {
	const row = await deps.store.db
		.selectFrom('feedback')
		.select('id')
		.where('externalId', '=', externalId)
		.executeTakeFirstOrThrow();
	return row.id;
}
const pageOf = async (externalId: string) =>
	(await feedbackView(deps, administrator, await idOf(externalId))).log;

describe('KPIs from the contact log', () => {
	it('have no value before a rule pack is chosen', async () => {
		const values = await june({ pack: null, regions: {} });
		expect(values.get('K11')?.missing).toBe('no-rule-pack');
		expect(values.get('K12')?.missing).toBe('no-rule-pack');
	});

	it('count attempts in barred hours and accounts over the cap', async () => {
		const values = await june(cn);
		expect(values.get('K11')).toMatchObject({ numerator: 2, denominator: 19 });
		expect(values.get('K12')).toMatchObject({ numerator: 1, denominator: 3 });
	});

	it('follow a team to another region, and contacts that come later', async () => {
		const inHubei: RuleChoice = { pack: null, regions: { hubei: { pack: 'cn', timeZone: null } } };
		const k11 = async () => (await june(inHubei)).get('K11');
		expect(await k11()).toMatchObject({ numerator: 1, denominator: 17 });
		await importRows(
			deps,
			organisation.map((row) => ({ ...row, region: 'hubei' }))
		);
		expect(await k11()).toMatchObject({ numerator: 2, denominator: 19 });
		const late = await importRows(deps, [contact('2026-06-12 23:00', 'ACC-4')]);
		expect(await k11()).toMatchObject({ numerator: 3, denominator: 20 });
		await rollBackImport(deps, administrator, late.importId);
		await importRows(deps, organisation);
		expect(await k11()).toMatchObject({ numerator: 1, denominator: 17 });
	});

	it('count contacts that say of their day just what a file had said before', async () => {
		const k11 = async () => (await june(cn)).get('K11');
		const work = { agent_id: 'A1', channel: 'phone', stage: 'M1', product: 'Cash Loan' };
		const day = { day: '2026-06-20', agency_id: 'north', team_id: 'n1' };
		const figures = await importRows(deps, [{ ...day, ...work, contacts: 1, connected: 0, accounts: 1 }]);
		const before = await k11();
		const late = await importRows(deps, [contact('2026-06-20 23:00', 'ACC-5', work)]);
		expect(await k11()).toMatchObject({
			numerator: Number(before?.numerator) + 1,
			denominator: Number(before?.denominator) + 1
		});
		await rollBackImport(deps, administrator, late.importId);
		expect(await k11()).toEqual(before);
		await rollBackImport(deps, administrator, figures.importId);
	});

	it('go by the rules of each region, and say so where it has none', async () => {
		const values = await june({ pack: 'us', regions: { hubei: { pack: 'cn', timeZone: null } } });
		expect(values.get('K12')).toMatchObject({ numerator: 1, denominator: 3 });
		const british = await june({ pack: 'uk', regions: {} });
		expect(british.get('K11')?.missing).toBe('no-rule');
		const calls = await june({ pack: 'us', regions: {} });
		expect(calls.get('K12')).toMatchObject({ numerator: 1, denominator: 3 });
	});

	it('go by the clock of the borrower’s region where it is known', async () => {
		const texas = { texas: { pack: 'us', timeZone: 'America/Chicago' } };
		// 10:00 and 22:30 there and then in Shanghai are 21:00 and 9:30 in Texas; 21:00 itself is permitted.
		const values = await june({ pack: 'cn', regions: texas });
		expect(values.get('K11')).toMatchObject({ numerator: 1, denominator: 19 });
	});

	it('see what the asker may see', async () => {
		const values = await june(cn, aManager({ agencyIds: ['south'] }));
		expect(values.get('K11')).toMatchObject({ numerator: 1, denominator: 2 });
	});

	it('say how often the log bears out what is said', async () => {
		const values = await june(cn);
		expect(values.get('K13')).toMatchObject({ numerator: 2, denominator: 3 });
		expect(values.get('K32')).toMatchObject({ numerator: 3, denominator: 5 });
	});
});

describe('the page of a feedback', () => {
	it('holds what is said against the log and the rule', async () => {
		await chooseRules(deps, administrator, cn);
		const many = await pageOf('many');
		expect(many?.claims).toMatchObject([
			{ theme: 'excessive_contact', check: { verdict: 'less', measured: 9 }, limits: [{ verdict: 'beyond' }] }
		]);
		expect(many?.measure).toEqual({ contacts: 10, mostInDay: 9, mostInWeek: 10, earliest: 370, latest: 608 });
		expect(many?.measured.map(({ isBeyond }) => isBeyond)).toEqual([true, true]);
		expect((await pageOf('few'))?.claims).toMatchObject([{ check: { verdict: 'confirmed', measured: 9 } }]);
		expect((await pageOf('early'))?.claims).toMatchObject([
			{ check: { verdict: 'confirmed', measured: 370 } }
		]);
	});

	it('says why something cannot be checked', async () => {
		expect((await pageOf('stranger'))?.claims).toMatchObject([{ check: { reason: 'no-contacts' } }]);
		expect((await pageOf('nobody'))?.claims).toMatchObject([{ check: { reason: 'no-borrower' } }]);
	});
});

describe('the choice of rule packs', () => {
	it('keeps who chose what, newest first, and nothing twice', async () => {
		await chooseRules(deps, administrator, { pack: 'vn', regions: {} });
		await chooseRules(deps, administrator, { pack: 'vn', regions: {} });
		const { history, choice, regions } = await ruleSettings(deps, administrator, undefined);
		expect(choice.pack).toBe('vn');
		expect(history[0]).toMatchObject({ by: administrator.name, choice: { pack: 'vn' } });
		expect(history[1]?.choice.pack).toBe('cn');
		expect(regions).toEqual(['hubei', 'texas']);
	});

	it('is refused for what does not exist, and to those who may not', async () => {
		await expect(chooseRules(deps, administrator, { pack: 'xx', regions: {} })).rejects.toMatchObject({
			code: 'bad-input'
		});
		const zone = { hubei: { pack: 'cn', timeZone: 'Asia/Wuhan' } };
		await expect(chooseRules(deps, administrator, { pack: 'cn', regions: zone })).rejects.toThrow(
			'no time zone'
		);
		await expect(chooseRules(deps, aManager({}), cn)).rejects.toMatchObject({ code: 'forbidden' });
	});
});
