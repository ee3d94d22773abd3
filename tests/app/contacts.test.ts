import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/domain/filter.ts';
import { countByStratum } from '#server/facts/questions/count-by-stratum.ts';
import { feedbackView } from '#server/app/feedback-view.ts';
import { rollBackImport } from '#server/app/roll-back-import.ts';
import { checkFile } from '#server/app/check-file.ts';
import { importFile } from '#server/app/import-file.ts';
import {
	administrator,
	aFolder,
	importRows,
	openTestDeps,
	toCsv,
	writeFileIn,
	type CsvRow,
	type TestDeps
} from './deps.ts';

const organisation: readonly CsvRow[] = ['A1', 'A2'].map((agent) => ({
	agency_id: 'north',
	agency_name: 'North',
	in_house: 'no',
	team_id: 'n1',
	team_name: 'North 1',
	agent_id: agent,
	agent_name: agent,
	from: '2026-01-01',
	to: ''
}));
const contact = (at: string, row: CsvRow = {}): CsvRow => ({
	at,
	account: 'ACC-1',
	team_id: '',
	agent_id: 'A1',
	channel: 'phone',
	outcome: 'connected',
	duration: '1:05',
	call_id: '',
	stage: 'M1',
	product: 'Cash Loan',
	...row
});
const log: readonly CsvRow[] = [
	contact('2026-07-01 10:00', { call_id: 'K1' }),
	contact('2026-07-01 11:00', { agent_id: 'A2', outcome: '无人接听', call_id: 'K2' }),
	contact('2026-07-01 12:00', { account: 'ACC-2', stage: '', product: '' }),
	contact('2026-07-02 09:00', {
		account: 'ACC-2',
		agent_id: '',
		team_id: 'n1',
		channel: 'sms',
		outcome: 'delivered'
	})
];
const complaint = (id: string, row: CsvRow): CsvRow => ({
	complaint_id: id,
	received_on: '2026-07-03',
	text: 'They shouted at me.',
	borrower_ref: '',
	team_id: '',
	agent_id: '',
	...row
});
const complaints: readonly CsvRow[] = [
	complaint('named', { agent_id: 'A1', borrower_ref: 'ACC-1' }),
	complaint('last', { borrower_ref: 'ACC-1' }),
	complaint('late', { borrower_ref: 'ACC-1', received_on: '2026-07-12' }),
	complaint('agentless', { borrower_ref: 'ACC-2' }),
	complaint('stranger', { borrower_ref: 'ACC-9' })
];
const survey: readonly CsvRow[] = [
	{ received_on: '2026-07-01', rating: 1, feedback_id: 'S1', call_id: 'K1', borrower_ref: 'ACC-1' },
	{ received_on: '2026-07-01', rating: 2, feedback_id: 'S2', call_id: 'K1', borrower_ref: '' }
];

async function started(): Promise<TestDeps> {
	const deps = await openTestDeps({ inMemory: true });
	await importRows(deps, organisation);
	return deps;
}

async function subjects({ store }: TestDeps) {
	const rows = await store.db
		.selectFrom('feedback')
		.select(['externalId', 'attribution', 'teamId', 'agentId'])
		.orderBy('externalId')
		.execute();
	return Object.fromEntries(
		rows.map(({ externalId, attribution, teamId, agentId }) => [externalId, [attribution, teamId, agentId]])
	);
}

async function exposureOf({ store }: TestDeps) {
	const rows = await store.db
		.selectFrom('exposure')
		.select(['day', 'agentId', 'channel', 'stage', 'contacts', 'connected', 'accounts'])
		.orderBy('day')
		.orderBy('agentId')
		.orderBy('stage')
		.execute();
	return rows.map((row) => Object.values(row));
}

describe('a contact log', () => {
	it('says who feedback is about, and leaves what the source states', async () => {
		const deps = await started();
		for (const rows of [complaints, survey, log]) await importRows(deps, rows);
		expect(await subjects(deps)).toEqual({
			S1: ['call_id', 'n1', 'A1'],
			S2: ['call_id', 'n1', 'A1'],
			agentless: ['team', 'n1', null],
			last: ['last_contact', 'n1', 'A2'],
			late: ['none', null, null],
			named: ['named', 'n1', 'A1'],
			stranger: ['none', null, null]
		});
	});

	it('is the exposure of its days; each account counts once a day', async () => {
		const deps = await started();
		const { counts } = await importRows(deps, log);
		expect(counts).toEqual({ read: 4, stored: 4, updated: 0, unchanged: 0, issues: 0 });
		expect(await exposureOf(deps)).toEqual([
			['2026-07-01', 'A1', 'phone', '', 1, 1, 1],
			['2026-07-01', 'A1', 'phone', 'M1', 1, 1, 1],
			['2026-07-01', 'A2', 'phone', 'M1', 1, 0, 0],
			['2026-07-02', '', 'sms', 'M1', 1, 1, 1]
		]);
	});

	it('may have a day of very many products', async () => {
		const deps = await started();
		const rows = Array.from({ length: 2500 }, (_, nth) =>
			contact('2026-07-01 10:00', { product: `p${nth}` })
		);
		await importRows(deps, rows);
		expect(await exposureOf(deps)).toHaveLength(2500);
	});

	it('stores nothing twice, and keeps the account as a pseudonym only', async () => {
		const deps = await started();
		await importRows(deps, log);
		const { counts } = await importRows(deps, log);
		expect(counts).toEqual({ read: 4, stored: 0, updated: 0, unchanged: 4, issues: 0 });
		const rows = await deps.store.db.selectFrom('contact').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain('ACC');
		expect(rows[0]).toMatchObject({
			at: '2026-07-01T02:00:00.000Z',
			day: '2026-07-01',
			minute: 600,
			duration: 65
		});
	});

	const contradicting: readonly CsvRow[] = [
		contact('2026-07-01 10:00', { call_id: 'K1' }),
		contact('2026-07-01 10:00', { call_id: 'K1', duration: '2:00', outcome: 'refused' }),
		contact('2026-07-03 10:00', { call_id: 'K5' }),
		contact('2026-07-03 10:00', { call_id: 'K5' }),
		contact('2026-07-03 10:00', { call_id: 'K5', account: 'ACC-3', team_id: 'n1' })
	];

	it('finds in a dry run what its import finds: known calls with other content, of the store and of the file', async () => {
		const deps = await started();
		await importRows(deps, log);
		const path = writeFileIn(aFolder(), 'log.csv', toCsv(contradicting));
		const { checked } = await checkFile(deps, administrator, { path });
		const { counts, issues } = await importFile(deps, administrator, { path });
		expect(checked.issues).toEqual(issues);
		expect(checked).toMatchObject({ read: counts.read, rowsWithIssues: 2 });
		expect(checked.issueCounts).toEqual([{ code: 'conflict', column: 'call_id', count: 2 }]);
	});

	it('is refused as a whole for a contradiction where all or nothing was asked for', async () => {
		const deps = await started();
		const path = writeFileIn(aFolder(), 'log.csv', toCsv(contradicting));
		const report = await importFile(deps, administrator, { path, options: { allOrNothing: true } });
		expect(report.status).toBe('refused');
		expect(report.counts).toEqual({ read: 5, stored: 0, updated: 0, unchanged: 3, issues: 2 });
		expect(await deps.store.db.selectFrom('contact').selectAll().execute()).toEqual([]);
	});

	it('names a known call that comes again with other content, and lets the first stand', async () => {
		const deps = await started();
		await importRows(deps, log);
		const { counts, issues } = await importRows(deps, contradicting);
		expect(counts).toEqual({ read: 5, stored: 1, updated: 0, unchanged: 2, issues: 2 });
		expect(issues.map(({ line, column, code }) => [line, column, code])).toEqual([
			[3, 'call_id', 'conflict'],
			[6, 'call_id', 'conflict']
		]);
		expect(issues[0]?.message).toContain('(outcome, duration)');
		expect(issues[1]?.message).toContain('(account)');
		const rows = await deps.store.db.selectFrom('contact').select(['callId', 'duration']).execute();
		expect(rows.filter(({ callId }) => callId === 'K1')).toEqual([{ callId: 'K1', duration: 65 }]);
	});

	it('names what is wrong with a row', async () => {
		const deps = await started();
		const { counts, issues } = await importRows(deps, [
			contact('2026-07-01', {}),
			contact('2026-07-01 10:00', { agent_id: 'A9' }),
			contact('2025-07-01 10:00', {}),
			contact('2026-07-01 10:00', { agent_id: '', outcome: 'vanished' })
		]);
		expect(counts.issues).toBe(4);
		expect(issues.map(({ line, column, code }) => [line, column, code])).toEqual([
			[2, 'at', 'bad-date'],
			[3, 'agent_id', 'unknown-agent'],
			[4, 'team_id', 'missing-value'],
			[5, 'team_id', 'missing-value'],
			[5, 'outcome', 'unknown-value']
		]);
	});

	const file: readonly CsvRow[] = ['M1', 'M2'].map((stage) => ({
		day: '2026-07-01',
		team_id: 'n1',
		agent_id: 'A1',
		channel: 'phone',
		stage,
		product: 'Cash Loan',
		contacts: 90,
		connected: 40,
		accounts: 30
	}));

	it('stands before an exposure file of the same team and day, whichever came first', async () => {
		const sums: unknown[] = [];
		for (const order of [
			[log, file],
			[file, log]
		]) {
			const deps = await started();
			for (const rows of order) await importRows(deps, rows);
			sums.push(await exposureOf(deps));
		}
		expect(sums[0]).toEqual(sums[1]);
		expect((sums[0] as unknown[][]).reduce((sum, row) => sum + Number(row[4]), 0)).toBe(4);
	});

	it('keeps what another log holds too when one of them is rolled back', async () => {
		const deps = await started();
		const first = await importRows(deps, log.slice(0, 3));
		await importRows(deps, log.slice(1));
		await rollBackImport(deps, administrator, first.importId);
		const plain = await started();
		await importRows(plain, log.slice(1));
		const contactsOf = ({ store }: TestDeps) =>
			store.db.selectFrom('contact').select('identity').orderBy('identity').execute();
		expect((await contactsOf(deps)).length).toBe((await contactsOf(plain)).length);
		expect(await exposureOf(deps)).toEqual(await exposureOf(plain));
	});

	it('leaves everything as it was when it is rolled back', async () => {
		for (const order of [
			[complaints, survey, file, log],
			[log, file, survey, complaints]
		]) {
			const plain = await started();
			for (const rows of order) if (rows !== log) await importRows(plain, rows);
			const deps = await started();
			let importId = 0;
			for (const rows of order) {
				const report = await importRows(deps, rows);
				if (rows === log) ({ importId } = report);
			}
			await rollBackImport(deps, administrator, importId);
			expect(await subjects(deps)).toEqual(await subjects(plain));
			expect(await exposureOf(deps)).toEqual(await exposureOf(plain));
			expect(await deps.store.db.selectFrom('contact').select('id').execute()).toEqual([]);
			const links = await deps.store.db.selectFrom('feedbackLink').select('kind').execute();
			expect(links.map(({ kind }) => kind)).toEqual(['feedback', 'feedback']);
		}
	});
});

it('feedback and contacts that state neither stage nor product are in one stratum', async () => {
	const deps = await started();
	const bare = log.map((row) => ({ ...row, stage: '', product: '' }));
	await importRows(deps, bare);
	await importRows(deps, [{ ...complaint('S', { agent_id: 'A1' }), channel: 'phone' }]);
	const strata = await countByStratum(await deps.facts.upToDate(null), emptyFilter, 'agent');
	expect(strata.filter(({ unit }) => unit === 'A1')).toMatchObject([{ observed: 1, exposure: 2 }]);
});

it('the page of a feedback shows its contact and the other feedback on the call', async () => {
	const deps = await started();
	for (const rows of [log, survey]) await importRows(deps, rows);
	const first = await deps.store.db
		.selectFrom('feedback')
		.select('id')
		.where('externalId', '=', 'S1')
		.executeTakeFirstOrThrow();
	const { links } = await feedbackView(deps, administrator, first.id);
	expect(links.contacts).toMatchObject([
		{ at: '2026-07-01T02:00:00.000Z', channel: 'phone', agentId: 'A1', duration: 65, reason: 'call_id' }
	]);
	expect(links.onCall.map(({ externalId }) => externalId)).toEqual(['S2']);
});
