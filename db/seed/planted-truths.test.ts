import { beforeAll, expect, it } from 'vitest';
import type { Exposure } from '#core/domain/organisation.ts';
import { createDemo, intendDemoFeedback } from './demo.ts';
import type { IntendedFeedback } from './feedback.ts';
import {
	abusiveAgent,
	caseMix,
	newIntake,
	plantedTruthsOf,
	training,
	workplaceSurge
} from './planted-truths.ts';
import { isConductTheme } from './themes.ts';

const lastMonth = '2026-10';
const truths = plantedTruthsOf(lastMonth);
let exposure: readonly Exposure[];
let feedback: readonly IntendedFeedback[];
beforeAll(() => {
	exposure = [...createDemo({ lastMonth }).exposure()];
	feedback = [...intendDemoFeedback({ lastMonth })];
});

/** Where and when something is counted; what is absent is not asked. */
interface Place {
	readonly teamId?: string;
	readonly notTeamId?: string;
	readonly agentId?: string;
	readonly from?: string;
	readonly before?: string;
}
interface Counted {
	readonly teamId: string;
	readonly agentId: string | null;
	readonly month: string;
}

function isIn(place: Place, { teamId, agentId, month }: Counted): boolean {
	return (
		(place.teamId === undefined || place.teamId === teamId) &&
		place.notTeamId !== teamId &&
		(place.agentId === undefined || place.agentId === agentId) &&
		(place.from === undefined || month >= place.from) &&
		(place.before === undefined || month < place.before)
	);
}

/** Feedback that `counts`, per connected contact in a place. */
function rateIn(place: Place, counts: (feedback: IntendedFeedback) => boolean): number {
	const connected = exposure
		.filter((row) => isIn(place, { ...row, month: row.day.slice(0, 7) }))
		.reduce((sum, row) => sum + row.connected, 0);
	const counted = feedback.filter(
		(each) =>
			counts(each) &&
			isIn(place, {
				teamId: each.slot.desk.team.id,
				agentId: each.slot.agentId,
				month: each.slot.receivedOn.slice(0, 7)
			})
	);
	return counted.length / connected;
}

const reports =
	(theme: string) =>
	({ themes }: IntendedFeedback) =>
		themes.includes(theme);
const isComplaint = ({ draft }: IntendedFeedback) => draft.kind === 'complaint';
const isHarsh = ({ themes }: IntendedFeedback) => themes.some(isConductTheme);

function ratioAt(month: string, place: Place, counts: (feedback: IntendedFeedback) => boolean): number {
	return rateIn({ ...place, from: month }, counts) / rateIn({ ...place, before: month }, counts);
}

it('multiplies workplace contact in one team from its month on, and nowhere else', () => {
	const { teamId, theme, factor } = workplaceSurge;
	const month = truths.workplaceSurge.fromMonth;
	expect(month).toBe('2026-02');
	expect(ratioAt(month, { teamId }, reports(theme))).toBeGreaterThan(0.75 * factor);
	expect(ratioAt(month, { teamId }, reports(theme))).toBeLessThan(1.35 * factor);
	expect(ratioAt(month, { notTeamId: teamId }, reports(theme))).toBeGreaterThan(0.8);
	expect(ratioAt(month, { notTeamId: teamId }, reports(theme))).toBeLessThan(1.25);
});

it('gives one agent six times the abusive language of the agent’s own team and of all', () => {
	const { agentId, theme, factor } = abusiveAgent;
	const own = rateIn({ agentId }, reports(theme));
	expect(own / rateIn({}, reports(theme))).toBeGreaterThan(0.7 * factor);
	expect(own / rateIn({}, reports(theme))).toBeLessThan(1.5 * factor);
	const others = rateIn({ agentId }, (each) => isHarsh(each) && !reports(theme)(each));
	expect(
		others / rateIn({ teamId: abusiveAgent.teamId }, (each) => isHarsh(each) && !reports(theme)(each))
	).toBeLessThan(1.5);
});

it('lets third-party contact fall in the trained team after the training, and not elsewhere', () => {
	const { teamId, theme, factor } = training;
	const { trainedOn, fromMonth } = truths.training;
	expect([trainedOn, fromMonth]).toEqual(['2025-08-20', '2025-09']);
	expect(ratioAt(fromMonth, { teamId }, reports(theme))).toBeLessThan(1.6 * factor);
	expect(ratioAt(fromMonth, { teamId }, reports(theme))).toBeGreaterThan(0.5 * factor);
	expect(ratioAt(fromMonth, { notTeamId: teamId }, reports(theme))).toBeGreaterThan(0.8);
});

it('opens a new intake channel that raises complaints but not harsh conduct', () => {
	const month = truths.newIntake.fromMonth;
	const byApp = feedback.filter(({ draft }) => draft.source === newIntake.source);
	expect(byApp.length).toBeGreaterThan(700);
	expect(byApp.filter(({ slot }) => slot.receivedOn.slice(0, 7) < month)).toEqual([]);
	expect(byApp.filter(({ slot, themes }) => slot.isExtraIntake && themes.some(isConductTheme))).toEqual([]);
	expect(ratioAt(month, {}, isComplaint)).toBeGreaterThan(1.15);
	expect(ratioAt(month, {}, isHarsh)).toBeGreaterThan(0.88);
	expect(ratioAt(month, {}, isHarsh)).toBeLessThan(1.1);
});

it.each([
	['complaints', isComplaint],
	['harsh conduct', isHarsh]
])('makes one agency look worse in %s only by the stages it works', (_, counts) => {
	type Cell = Pick<Exposure, 'channel' | 'stage' | 'product'>;
	const stratumOf = ({ channel, stage, product }: Cell) => `${channel}/${stage}/${product}`;
	const strata = new Map<string, { connected: number; own: number; counted: number }>();
	const stratum = (cell: Cell) => {
		const key = stratumOf(cell);
		const known = strata.get(key) ?? { connected: 0, own: 0, counted: 0 };
		strata.set(key, known);
		return known;
	};
	for (const row of exposure) {
		const of = stratum(row);
		of.connected += row.connected;
		if (row.agencyId === caseMix.agencyId) of.own += row.connected;
	}
	const counted = feedback.filter(counts);
	for (const { slot } of counted) stratum(slot).counted++;
	const all = [...strata.values()];
	const observed = counted.filter(({ slot }) => slot.desk.team.agencyId === caseMix.agencyId).length;
	const expected = all.reduce((sum, of) => sum + (of.own * of.counted) / (of.connected || 1), 0);
	const own = all.reduce((sum, of) => sum + of.own, 0);
	const connected = all.reduce((sum, of) => sum + of.connected, 0);
	const rawRatio = observed / own / ((counted.length - observed) / (connected - own));
	expect(rawRatio).toBeGreaterThan(1.5);
	expect(observed / expected).toBeGreaterThan(0.93);
	expect(observed / expected).toBeLessThan(1.07);
});
