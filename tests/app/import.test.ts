import { beforeAll, describe, expect, it } from 'vitest';
import { aFilter, dump, importRows, listOf, openTestDeps, type TestDeps } from './deps.ts';
import { aComplaint, callRows, cfpbRows, complaintRows, exposureRows, organisationRows } from './scene.ts';

const transcripts = [
	{
		kind: 'transcript',
		received_on: '2026-05-05',
		complaint_id: 'T-1',
		agent_id: 'a-1',
		text: '他说要打断我的腿。'
	},
	{ kind: 'call_feedback', received_on: '2026-05-06', rating: 5 },
	{ kind: 'complaint', received_on: '2026-05-07', text: 'They keep calling my mother.' }
];
const toJsonl = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

const own = { agency_id: 'own', agency_name: 'Agency own', agency_name_zh: '自营', in_house: 'yes' };

const kinds = [
	['organisation', organisationRows],
	['exposure', exposureRows],
	['complaints', complaintRows],
	['call-feedback', callRows],
	['jsonl', toJsonl(transcripts)],
	['cfpb', cfpbRows]
] as const;

describe('a file of each kind', () => {
	let deps: TestDeps;
	beforeAll(async () => {
		deps = await openTestDeps();
	});

	it.each(kinds)(
		'%s: every row is stored, the importer is found by the header',
		async (importer, content) => {
			const rows = typeof content === 'string' ? transcripts.length : content.length;
			const report = await importRows(deps, content);
			expect(report).toMatchObject({ importer, issues: [], besideDemo: false });
			expect(report.counts).toEqual({ read: rows, stored: rows, updated: 0, unchanged: 0, issues: 0 });
		}
	);

	it.each(kinds)('%s: a second time nothing is stored and nothing changes', async (_importer, content) => {
		const before = await dump(deps);
		const { counts } = await importRows(deps, content);
		expect(counts).toEqual({ read: counts.read, stored: 0, updated: 0, unchanged: counts.read, issues: 0 });
		expect({ ...(await dump(deps)), import: null }).toEqual({ ...before, import: null });
	});

	it('names each company of the CFPB once, however it is written', async () => {
		const { names, facets } = await listOf(deps, aFilter({ source: ['regulator'], kind: ['complaint'] }));
		const companies = names.agencies.filter(({ id }) => !['north', 'own', 'south'].includes(id));
		expect(companies.map(({ id }) => id)).toEqual(['encore-capital-group-inc', 'portfolio-recovery']);
		expect(facets.agency?.map(({ value }) => value)).toEqual(
			expect.arrayContaining(companies.map(({ id }) => id))
		);
	});
});

describe('what a row becomes', () => {
	let deps: TestDeps;
	beforeAll(async () => {
		deps = await openTestDeps();
		await importRows(deps, organisationRows);
	});

	it('the team is the one the agent was in on the day', async () => {
		const days = ['2024-12-31', '2025-01-01', '2026-02-28', '2026-03-01'];
		await importRows(
			deps,
			days.map((day) => aComplaint({ complaint_id: `day-${day}`, received_on: day, agent_id: 'a-8' }))
		);
		const { rows } = await listOf(deps, aFilter({ agent: ['a-8'] }));
		expect(rows.map(({ receivedOn, teamId, agencyId }) => [receivedOn, teamId, agencyId])).toEqual([
			['2026-03-01', 'own-1', 'own'],
			['2026-02-28', 'north-1', 'north'],
			['2025-01-01', 'north-1', 'north'],
			['2024-12-31', null, null]
		]);
	});

	it('an agent who moves by a later file is in the new team from that day on', async () => {
		const [row] = organisationRows.filter(({ agent_id }) => agent_id === 'a-4');
		await importRows(deps, [{ ...row, team_id: 'north-1', team_name: 'Team north-1', from: '2026-05-01' }]);
		const days = ['2026-04-30', '2026-05-01'];
		await importRows(
			deps,
			days.map((day) => aComplaint({ complaint_id: `moved-${day}`, received_on: day, agent_id: 'a-4' }))
		);
		const { rows } = await listOf(deps, aFilter({ agent: ['a-4'] }));
		expect(rows.map(({ teamId }) => teamId)).toEqual(['north-1', 'north-2']);
	});

	it('a changed row replaces its text and its tags, and stays the same feedback', async () => {
		await importRows(deps, [aComplaint({ complaint_id: 'retag', text: 'They keep calling my mother.' })]);
		const find = async () =>
			(await listOf(deps, aFilter())).rows.find(({ externalId }) => externalId === 'retag');
		const before = await find();
		expect(before?.tags.map(({ theme }) => theme)).toContain('third_party_contact');
		const { counts } = await importRows(deps, [
			aComplaint({ complaint_id: 'retag', text: 'He said he would break my legs.' })
		]);
		expect(counts).toMatchObject({ read: 1, updated: 1, stored: 0 });
		const after = await find();
		expect(after).toMatchObject({ id: before?.id, severity: 4, urgency: 'U1' });
		expect(after?.tags.map(({ theme }) => theme)).toEqual(['threat_harm']);
		expect((await listOf(deps, aFilter({ theme: ['threat_harm'] }))).rows.map(({ id }) => id)).toContain(
			after?.id
		);
	});

	it('a row without an id is recognised again when the organisation has changed, and follows it', async () => {
		const row = aComplaint({ complaint_id: '', agent_id: 'a-3', text: 'Before the move.' });
		await importRows(deps, [row]);
		const [member] = organisationRows.filter(({ agent_id }) => agent_id === 'a-3');
		await importRows(deps, [
			{ ...member, team_id: 'own-1', team_name: 'Team own-1', ...own, from: '2026-05-01' }
		]);
		const { counts } = await importRows(deps, [row]);
		expect(counts).toMatchObject({ read: 1, stored: 0, updated: 1 });
		const { rows } = await listOf(deps, aFilter({ agent: ['a-3'] }));
		expect(rows.map(({ teamId, agencyId }) => [teamId, agencyId])).toEqual([['own-1', 'own']]);
	});

	it('the same row twice in a file is stored once, with and without an id of its own', async () => {
		const row = aComplaint({ complaint_id: '', text: 'Only once, please.' });
		const { counts } = await importRows(deps, [
			row,
			row,
			aComplaint({ complaint_id: 'x' }),
			aComplaint({ complaint_id: 'x' })
		]);
		expect(counts).toEqual({ read: 4, stored: 2, updated: 0, unchanged: 2, issues: 0 });
	});
});
