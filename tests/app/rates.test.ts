import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/domain/actor.ts';
import { periodOf } from '#core/domain/period.ts';
import { agentView, agents } from '#server/app/agents.ts';
import { overview } from '#server/app/overview.ts';
import {
	administrator,
	aFilter,
	aManager,
	importRows,
	openTestDeps,
	type CsvRow,
	type TestDeps
} from './deps.ts';

/**
 * A lender small enough to compute by hand. June 2026, phone · M1 · cash loan: team A has 1,000 connected contacts
 * and 10 complaints, team B 3,000 and 10. Team B also writes letters (M2): 500 delivered, 4 complaints. May: a tenth.
 */
const contacts = (
	day: string,
	team: string,
	agent: string,
	work: [string, string],
	connected: number
): CsvRow => ({
	day,
	team_id: team,
	agent_id: agent,
	channel: work[0],
	stage: work[1],
	product: 'cash-loan',
	contacts: connected * 2,
	connected,
	accounts: 100
});
const complaint = (day: string, team: string, agent: string, work: [string, string], at: number): CsvRow => ({
	complaint_id: `${day}-${team}-${work[0]}-${at}`,
	received_on: day,
	team_id: team,
	agent_id: agent,
	channel: work[0],
	stage: work[1],
	product: 'cash-loan',
	borrower_ref: `B-${at % 6}`,
	text: at % 2 === 0 ? 'They called my mother.' : 'The amount is wrong.'
});
const times = <Row>(count: number, make: (at: number) => Row) =>
	Array.from({ length: count }, (_, at) => make(at));
const calls: [string, string] = ['phone', 'M1'];
const letters: [string, string] = ['letter', 'M2'];

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps({ inMemory: true });
	const member = (team: string, agent: string) => ({
		agency_id: `agency-${team}`,
		agency_name: `Agency ${team}`,
		in_house: 'no',
		team_id: team,
		team_name: `Team ${team}`,
		agent_id: agent,
		from: '2026-01-01'
	});
	await importRows(deps, [member('a', 'ann'), member('b', 'bob'), member('b', 'ben')]);
	await importRows(deps, [
		contacts('2026-06-10', 'a', 'ann', calls, 1000),
		contacts('2026-06-10', 'b', 'bob', calls, 2000),
		contacts('2026-06-11', 'b', 'ben', calls, 1000),
		contacts('2026-06-12', 'b', 'ben', letters, 500),
		contacts('2026-05-10', 'a', 'ann', calls, 1000)
	]);
	await importRows(deps, [
		...times(10, (at) => complaint('2026-06-10', 'a', 'ann', calls, at)),
		...times(10, (at) => complaint('2026-06-10', 'b', 'bob', calls, at)),
		...times(4, (at) => complaint('2026-06-12', 'b', 'ben', letters, at)),
		complaint('2026-05-10', 'a', 'ann', calls, 0)
	]);
	await importRows(deps, [
		{
			received_on: '2026-06-10',
			rating: 5,
			comment: 'She was polite and respectful, explained everything and helped me with a plan.',
			team_id: 'a',
			agent_id: 'ann'
		},
		{ received_on: '2026-06-11', rating: 2, comment: '', team_id: 'a', agent_id: 'ann' },
		{ received_on: '2026-06-12', rating: '', comment: 'He swore at me.', team_id: 'b', agent_id: 'bob' }
	]);
});

async function june(patch = {}, actor: Actor = administrator) {
	const { answer } = await overview(deps, actor, {
		filter: aFilter({ period: periodOf('2026-06'), ...patch }),
		grain: null
	});
	const kpi = (id: string) => answer?.kpis.find((row) => row.id === id);
	return { answer, kpi };
}

describe('rates computed by hand', () => {
	it('complaints per 1,000 contacts, with Garwood’s interval', async () => {
		const { kpi } = await june();
		// 24 complaints and the call note about swearing, in 4,500 contacts.
		expect(kpi('K01')?.now.value).toBe(25);
		expect(kpi('K03')?.now).toMatchObject({ numerator: 25, denominator: 4500 });
		expect(kpi('K03')?.now.value).toBeCloseTo(5.5556, 4);
		// Exact Poisson limits of 25: 16.1787 and 36.9049.
		expect(kpi('K03')?.now.interval?.low).toBeCloseTo(16.1787 / 4.5, 3);
		expect(kpi('K03')?.now.interval?.high).toBeCloseTo(36.9049 / 4.5, 3);
	});

	it('harsh conduct, praise and ratings', async () => {
		const { kpi } = await june();
		// Every second complaint is about a third party (5 + 5 + 2), and one note about abuse.
		expect(kpi('K05')?.now).toMatchObject({ numerator: 13, denominator: 4500 });
		expect(kpi('K42')?.now).toMatchObject({ numerator: 1, denominator: 27 });
		expect(kpi('K42')?.now.value).toBeCloseTo(100 / 27, 6);
		expect(kpi('K41')?.now).toMatchObject({ numerator: 3.5, denominator: 2, value: 3.5, isTooFew: true });
	});

	it('against the month before, of the same unit', async () => {
		const { kpi } = await june({ team: ['a'] });
		expect(kpi('K03')?.now).toMatchObject({ numerator: 10, denominator: 1000, value: 10 });
		expect(kpi('K03')?.change.before).toMatchObject({ numerator: 1, denominator: 1000, value: 1 });
		expect(kpi('K03')?.change).toMatchObject({ relative: 9, verdict: 'worsening' });
	});

	it('by channel: a channel with contacts and no complaints is there, one without contacts has no rate', async () => {
		const { answer } = await june({ complaint: 'yes', theme: ['third_party_contact'] });
		expect(answer?.channels.map(({ channel, count, value }) => [channel, count, value.denominator])).toEqual([
			['phone', 10, 4000],
			['letter', 2, 500]
		]);
		const { answer: emails } = await june({ theme: ['unsocial_hours'] });
		expect(emails?.channels.map(({ count, value }) => [count, value.value])).toEqual([
			[0, 0],
			[0, 0]
		]);
	});
});

describe('expected counts computed by hand', () => {
	it('are what all units together would get with a unit’s own work', async () => {
		const { answer } = await june({ kind: ['complaint'] });
		// Calls: 20 complaints in 4,000. Letters are only b’s: it is compared with itself there.
		expect(
			answer?.teams.map(({ id, count, observed, expected, connected }) => [
				id,
				count,
				observed,
				expected,
				connected
			])
		).toEqual([
			['a', 10, 10, 5, 1000],
			['b', 14, 14, 19, 3500]
		]);
		expect(answer?.teams.map(({ ratio }) => ratio)).toEqual([2, 14 / 19]);
		expect(answer?.agencies.map(({ id, expected }) => [id, expected])).toEqual([
			['agency-a', 5],
			['agency-b', 19]
		]);
	});

	it('stay the same when fewer units are shown', async () => {
		const { answer } = await june({ kind: ['complaint'], team: ['a'] });
		expect(answer?.teams.map(({ id, expected }) => [id, expected])).toEqual([['a', 5]]);
	});

	it('come from the actor’s own units only', async () => {
		const { answer } = await june({ kind: ['complaint'] }, aManager({ agencyIds: ['agency-a'] }));
		expect(answer?.teams.map(({ id, observed, expected }) => [id, observed, expected])).toEqual([
			['a', 10, 10]
		]);
	});

	it('of agents, and of an agent’s themes', async () => {
		const filter = aFilter({ period: periodOf('2026-06'), kind: ['complaint'] });
		const { standings } = await agents(deps, administrator, { filter });
		expect(standings.map(({ id, observed, expected }) => [id, observed, expected])).toEqual([
			['ann', 10, 5],
			['ben', 4, 9],
			['bob', 10, 10]
		]);
		const { answer } = await agentView(deps, administrator, { id: 'ann', filter });
		expect(answer?.standing).toMatchObject({ observed: 10, expected: 5, ratio: 2 });
		expect(answer?.exposure).toMatchObject({ contacts: 2000, connected: 1000, days: 1 });
		// Third parties: 10 in 4,000 calls, 5 of them by Ann with 1,000.
		expect(answer?.themes).toMatchObject([
			{ theme: 'third_party_contact', count: 5, observed: 5, expected: 2.5, verdict: 'too-few' }
		]);
	});

	it('are not given where contacts do not know the filter', async () => {
		const filter = aFilter({ period: periodOf('2026-06'), source: ['other'] });
		const { answer } = await agentView(deps, administrator, { id: 'ann', filter });
		expect(answer?.standing).toMatchObject({ count: 10, expected: 0, verdict: 'too-few' });
		expect(answer?.themes).toMatchObject([
			{ theme: 'third_party_contact', count: 5, expected: 0, verdict: 'too-few' }
		]);
	});
});
