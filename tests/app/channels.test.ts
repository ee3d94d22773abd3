import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '#core/domain/filter.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { periodOf } from '#core/domain/period.ts';
import { channels } from '#server/app/channels.ts';
import { chooseRules } from '#server/app/rule-choice.ts';
import {
	administrator,
	aFilter,
	importRows,
	listOf,
	openTestDeps,
	type CsvRow,
	type TestDeps
} from './deps.ts';
import { aComplaint, importScene } from './scene.ts';

const june = periodOf('2026-06');
const contact = (at: string, account: string, patch: CsvRow = {}): CsvRow => ({
	at,
	account,
	agent_id: 'a-1',
	channel: 'phone',
	outcome: 'no_answer',
	duration: '',
	call_id: '',
	...patch
});
const minute = (nth: number) => String(nth).padStart(2, '0');
/** ACC-1: eight missed calls on a Wednesday, one at 6:10 the next day. ACC-2: two answered, a week apart. */
const log: readonly CsvRow[] = [
	...Array.from({ length: 8 }, (_, nth) => contact(`2026-06-10 10:${minute(nth)}`, 'ACC-1')),
	contact('2026-06-11 06:10', 'ACC-1'),
	contact('2026-06-10 15:00', 'ACC-2', { outcome: 'connected' }),
	contact('2026-06-17 15:00', 'ACC-2', { outcome: 'connected', channel: 'sms' })
];

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps();
	await importScene(deps);
	await importRows(deps, log);
});

async function view(patch: Partial<Filter> = {}, of = deps) {
	const { answer } = await channels(of, administrator, { filter: aFilter({ period: june, ...patch }) });
	if (!answer) throw new Error('There is nothing to show.');
	return answer;
}
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('channels', () => {
	it('rates and heat list exactly what they count', async () => {
		const { rates, heat } = await view({ period: periodOf('2026') });
		const filter = aFilter({ period: periodOf('2026'), origin: 'imported' });
		expect(rates.length).toBeGreaterThan(3);
		for (const { channel, count } of rates) {
			const where = narrow(filter, { ...kpis.K03.numerator.where, channel: [channel] });
			expect((await listOf(deps, where)).total).toBe(count);
		}
		for (const { value, theme, count } of heat.cells)
			expect((await listOf(deps, narrow(filter, { channel: [value], theme: [theme] }))).total).toBe(count);
	});

	it('a channel far above all others is told so; few are too few, and without contacts nothing is judged', async () => {
		const busy = await openTestDeps({ inMemory: true });
		await importScene(busy);
		await importRows(
			busy,
			Array.from({ length: 80 }, (_, at) =>
				aComplaint({ complaint_id: `S-${at}`, received_on: '2026-06-09', channel: 'sms', team_id: 'north-1' })
			)
		);
		const { rates } = await view({}, busy);
		const verdictOf = (name: string) => rates.find(({ channel }) => channel === name)?.verdict;
		expect([verdictOf('sms'), verdictOf('visit'), verdictOf('email')]).toEqual(['more', 'too-few', null]);
		expect(verdictOf('phone')).toBe('fewer');
	});

	it('without a contact log it says so; under a filter the log does not know, too', async () => {
		const without = await openTestDeps({ inMemory: true });
		await importScene(without);
		expect((await view({}, without)).log).toMatchObject({
			missing: 'no-contact-log',
			hours: [],
			frequency: null
		});
		expect((await view({ complaint: 'yes' })).log.missing).toBe('no-match');
		expect((await view({ period: periodOf('2025-04') })).log.missing).toBe('no-contact-log');
	});

	it('attempts have an hour, and without a rule pack no rule', async () => {
		const { log } = await view();
		expect(log.hours).toHaveLength(24);
		expect(log.hours[10]).toEqual({ hour: 10, permitted: 0, barred: 0, unruled: 8 });
		expect(log.frequency?.caps).toEqual([]);
		expect(log.frequency?.weeks).toEqual([
			{ at: 1, count: 2 },
			{ at: 9, count: 1 }
		]);
	});

	it('hours and caps add up to the KPIs of the same name', async () => {
		await chooseRules(deps, administrator, { pack: 'cn', regions: {} });
		const { log, tiles } = await view();
		const of = (id: string) => tiles.find((tile) => tile.id === id)?.now;
		expect(log.hours[6]).toEqual({ hour: 6, permitted: 0, barred: 1, unruled: 0 });
		expect(sum(log.hours.map(({ barred }) => barred))).toBe(of('K11')?.numerator);
		expect(sum(log.hours.map(({ barred, permitted }) => barred + permitted))).toBe(of('K11')?.denominator);
		const [cap] = log.frequency?.caps ?? [];
		expect(cap).toMatchObject({ packId: 'cn', cap: 6, days: 1, accounts: 2, over: 1 });
		expect([cap?.over, cap?.accounts]).toEqual([of('K12')?.numerator, of('K12')?.denominator]);
		expect(cap?.fullest).toEqual([
			{ at: 0, count: 1 },
			{ at: 8, count: 1 }
		]);
	});
});
