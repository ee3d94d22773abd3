import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '#core/domain/filter.ts';
import { addMonths, periodOf } from '#core/domain/period.ts';
import { agents } from '#server/app/agents.ts';
import { overview } from '#server/app/overview.ts';
import { scanSignals } from '#server/app/scan-signals/scan.ts';
import { signals } from '#server/app/signals.ts';
import { storeDemo } from '#server/app/store-demo.ts';
import { createDemo } from '#db/seed/demo.ts';
import {
	abusiveAgent,
	caseMix,
	newIntake,
	plantedTruthsOf,
	training,
	workplaceSurge
} from '#db/seed/planted-truths.ts';
import { administrator, aFilter, openTestDeps, type TestDeps } from './deps.ts';

/** The whole demo, as a user first meets it: what was planted must be seen through masking, tagging and counting. */
const lastMonth = '2026-06';
const truths = plantedTruthsOf(lastMonth);
const whole = periodOf('2024-01..2026-06');
const monthsBefore = (month: string) => ({ from: whole.from, to: `${month}-01` });
const monthsSince = (month: string) => ({ from: `${month}-01`, to: whole.to });

let deps: TestDeps;
beforeAll(async () => {
	deps = await openTestDeps({ inMemory: true });
	const demo = createDemo({ lastMonth });
	await storeDemo(deps, administrator, {
		organisation: demo.organisation,
		exposure: demo.exposure(),
		feedback: demo.feedback()
	});
}, 120_000);

async function see(patch: Partial<Filter>) {
	const { answer } = await overview(deps, administrator, { filter: aFilter(patch), grain: null });
	if (!answer) throw new Error('There is nothing to show.');
	return { ...answer, kpi: (id: string) => answer.kpis.find((row) => row.id === id)?.now };
}

/** A theme's feedback per contact since a month, against before. */
async function changeAt(month: string, patch: Partial<Filter>, kpi: 'K03' | 'K05' = 'K05'): Promise<number> {
	const rateIn = async (period: { from: string; to: string }) =>
		(await see({ ...patch, period })).kpi(kpi)?.value ?? NaN;
	return (await rateIn(monthsSince(month))) / (await rateIn(monthsBefore(month)));
}

describe('what is planted in the demo shows', () => {
	it('workplace contact rises in one team', async () => {
		const { teamId, theme } = workplaceSurge;
		const { fromMonth } = truths.workplaceSurge;
		expect(await changeAt(fromMonth, { team: [teamId], theme: [theme] })).toBeGreaterThan(2);
		const others = (await see({ period: whole })).teams.map(({ id }) => id).filter((id) => id !== teamId);
		expect(await changeAt(fromMonth, { team: others, theme: [theme] })).toBeLessThan(1.25);
	});

	it('one agent stands out for abusive language among all of them', async () => {
		const { agentId, theme } = abusiveAgent;
		const filter = aFilter({ period: whole, theme: [theme] });
		const { standings } = await agents(deps, administrator, { filter });
		const comparable = standings.filter(({ expected }) => expected >= 5);
		const byRatio = comparable.toSorted((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0));
		expect(comparable.length).toBeGreaterThan(10);
		expect(byRatio[0]).toMatchObject({ id: agentId });
		expect(byRatio[0]?.ratio).toBeGreaterThan(2);
		expect(byRatio[0]?.adjusted).toBeLessThan(0.05);
	});

	it('third-party contact falls in the trained team', async () => {
		const { teamId, theme } = training;
		expect(await changeAt(truths.training.fromMonth, { team: [teamId], theme: [theme] })).toBeLessThan(0.75);
	});

	it('the app brings more complaints and no more harm', async () => {
		const { fromMonth } = truths.newIntake;
		const byApp = { source: [newIntake.source], kind: ['complaint'] };
		expect((await see({ ...byApp, period: monthsBefore(fromMonth) })).kpi('K01')?.numerator).toBe(0);
		expect((await see({ ...byApp, period: monthsSince(fromMonth) })).kpi('K01')?.numerator).toBeGreaterThan(
			700
		);
		expect(await changeAt(fromMonth, { kind: ['complaint'] }, 'K03')).toBeGreaterThan(1.1);
		expect(await changeAt(fromMonth, {})).toBeLessThan(1.15);
	});

	it('an agency with the hardest work has the highest rate, and is no worse than its work', async () => {
		const { agencies } = await see({ period: whole });
		const rateOf = ({ count, connected }: { count: number; connected: number }) => count / connected;
		const highest = agencies.toSorted((a, b) => rateOf(b) - rateOf(a))[0];
		expect(highest).toMatchObject({ id: caseMix.agencyId, verdict: 'inside' });
		expect(highest?.ratio).toBeGreaterThan(0.9);
		expect(highest?.ratio).toBeLessThan(1.1);
	});

	it('the scan finds the rise within two months and the agent, and little that is not there', async () => {
		const { teamId, theme } = workplaceSurge;
		const first = `${truths.workplaceSurge.fromMonth}-01`;
		const inSurge = (one: { unitId: string; unit: string }) => one.unit !== 'team' || one.unitId === teamId;
		const scans = [];
		for (const asOf of [addMonths(first, 1), addMonths(first, 2), addMonths(`${lastMonth}-01`, 1)])
			scans.push(await scanSignals(deps, administrator, { asOf }));
		const found = (await signals(deps, administrator, { states: [], kinds: [], units: [], origin: null }))
			.signals;
		const of = (kind: string) => found.filter((one) => one.kind === kind);
		expect(of('trend').concat(of('early'))).toContainEqual(
			expect.objectContaining({ unit: 'team', unitId: teamId, theme })
		);
		const { agentId, theme: insult } = abusiveAgent;
		expect(of('outlier')).toContainEqual(expect.objectContaining({ unitId: agentId, theme: insult }));
		const unplanted = of('outlier').filter(
			(one) => one.unitId !== agentId && !(one.theme === theme && inSurge(one))
		);
		// The control of false discoveries lets one in twenty through: more than one of so few is no chance.
		expect(unplanted.length, unplanted.map((one) => `${one.unitId} ${one.theme}`).join()).toBeLessThanOrEqual(
			1
		);
		expect(found.filter(({ unitId }) => unitId === newIntake.source)).toEqual([]);
		const others = [...of('trend'), ...of('early')].filter(
			(one) => one.unitId !== agentId && !(one.theme === theme && inSurge(one))
		);
		const byChance = scans.reduce(
			(sum, { looked }) => sum + looked.trend.falseAlarms + looked.early.falseAlarms,
			0
		);
		// Of a Poisson count with this mean, 99.9 % are below.
		expect(others.length).toBeLessThan(byChance + 3.1 * Math.sqrt(byChance) + 1);
	});
});
