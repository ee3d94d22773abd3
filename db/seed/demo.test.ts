import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FeedbackDraft } from '#core/domain/feedback.ts';
import type { Exposure } from '#core/domain/organisation.ts';
import { createDemo, type Demo, type DemoOptions } from './demo.ts';
import { readRealTexts } from './real-texts.ts';

const lastMonth = '2026-10';
const small: DemoOptions = { lastMonth, scale: 0.05 };

function countBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
	return counts;
}

function fingerprint(demo: Demo): string {
	const hash = createHash('sha256').update(JSON.stringify(demo.organisation));
	for (const row of demo.exposure()) hash.update(JSON.stringify(row));
	for (const draft of demo.feedback()) hash.update(JSON.stringify(draft));
	return hash.digest('hex');
}

describe('a small demo', () => {
	it('is the same each time it is made and read, and another with another seed', () => {
		const demo = createDemo(small);
		const first = fingerprint(demo);
		expect(fingerprint(demo)).toBe(first);
		expect(fingerprint(createDemo(small))).toBe(first);
		expect(fingerprint(createDemo({ ...small, seed: 9 }))).not.toBe(first);
	});

	it('keeps every team and agent and about one in twenty rows', () => {
		const demo = createDemo(small);
		const exposure = [...demo.exposure()];
		const feedback = [...demo.feedback()];
		expect(new Set(exposure.map((row) => row.agentId)).size).toBe(110);
		expect(new Set(exposure.map((row) => row.teamId)).size).toBe(9);
		expect(exposure.length).toBeGreaterThan(9_000);
		expect(exposure.length).toBeLessThan(13_000);
		expect(feedback.length).toBeGreaterThan(2_000);
		expect(feedback.length).toBeLessThan(3_200);
	});

	it('covers as many months as asked', () => {
		const days = [...createDemo({ ...small, months: 4 }).exposure()].map((row) => row.day).sort();
		expect(days[0]?.slice(0, 7)).toBe('2026-07');
		expect(days.at(-1)?.slice(0, 7)).toBe('2026-10');
	});
});

describe('the full demo', () => {
	const demo = createDemo({ lastMonth });
	let exposure: readonly Exposure[];
	let feedback: readonly FeedbackDraft[];
	beforeAll(() => {
		exposure = [...demo.exposure()];
		feedback = [...demo.feedback()];
	});

	it('has one in-house group, three outside agencies, nine teams and 110 agents who join, leave and move', () => {
		const { agencies, teams, agents, memberships } = demo.organisation;
		expect(countBy(agencies, (agency) => String(agency.inHouse))).toEqual({ true: 1, false: 3 });
		expect([teams.length, agents.length]).toEqual([9, 110]);
		expect(new Set(agents.map((agent) => agent.name)).size).toBe(110);
		expect(memberships.filter((membership) => membership.fromOn > '2024-05-01').length).toBeGreaterThan(20);
		expect(memberships.filter((membership) => membership.toOn !== null).length).toBeGreaterThan(15);
		expect(memberships.length - agents.length).toBeGreaterThanOrEqual(3);
	});

	it('has about 8,000 complaints, 40,000 call feedback and 2.5 million connected contacts', () => {
		const kinds = countBy(feedback, (draft) => draft.kind);
		const connected = exposure.reduce((sum, row) => sum + row.connected, 0);
		expect(kinds.complaint).toBeGreaterThan(7_700);
		expect(kinds.complaint).toBeLessThan(8_500);
		expect(kinds.call_feedback).toBeGreaterThan(38_000);
		expect(kinds.call_feedback).toBeLessThan(44_000);
		expect(kinds.transcript).toBe(83);
		expect(exposure.length).toBeGreaterThan(200_000);
		expect(exposure.length).toBeLessThan(300_000);
		expect((1000 * kinds.complaint!) / connected).toBeGreaterThan(2);
		expect((1000 * kinds.complaint!) / connected).toBeLessThan(6);
	});

	it('uses every real text once and no text twice', () => {
		const texts = feedback.map((draft) => draft.text).filter((text) => text !== '');
		const used = new Set(texts);
		expect(used.size).toBe(texts.length);
		expect(readRealTexts().filter(({ text }) => !used.has(text))).toEqual([]);
		const origins = countBy(feedback, (draft) => draft.details.text_origin ?? '');
		expect(origins).toMatchObject({ cfpb: 3576, project: 1119 });
		expect(origins.none! / feedback.length).toBeLessThan(0.15);
	});

	it('leaves no slot or choice of a sentence unfilled', () => {
		const composed = feedback.filter((draft) => draft.details.text_origin === 'composed');
		expect(
			composed.filter((draft) => /[{}[\]|@]/.test(draft.text.replaceAll(/\S+@example\.\w+/gi, '')))
		).toEqual([]);
		expect(composed.filter((draft) => draft.text.trim() === '')).toEqual([]);
	});

	it('has exposure on every day, less on Sundays, and only of members', () => {
		const connected = new Map<string, number>();
		for (const row of exposure) connected.set(row.day, (connected.get(row.day) ?? 0) + row.connected);
		const mean = (isSunday: boolean) => {
			const days = [...connected].filter(([day]) => (new Date(day).getUTCDay() === 0) === isSunday);
			return days.reduce((sum, [, count]) => sum + count, 0) / days.length;
		};
		expect(connected.size).toBe(914);
		expect(mean(true)).toBeLessThan(mean(false) / 2);

		const { memberships } = demo.organisation;
		const worked = new Set(exposure.map((row) => `${row.agentId}/${row.teamId}/${row.day}`));
		const expected = memberships.flatMap(({ agentId, teamId, fromOn, toOn }) =>
			[...connected.keys()]
				.filter((day) => fromOn <= day && (toOn === null || day < toOn))
				.map((day) => `${agentId}/${teamId}/${day}`)
		);
		expect(worked).toEqual(new Set(expected));
	});

	it('has sane exposure rows, one a day, agent, channel, stage and product', () => {
		const keys = exposure.map(
			(row) => `${row.day}/${row.agentId}/${row.channel}/${row.stage}/${row.product}`
		);
		expect(new Set(keys).size).toBe(keys.length);
		const isSane = (row: Exposure) =>
			row.contacts >= row.connected && row.connected >= 0 && row.accounts >= 0;
		expect(exposure.every(isSane)).toBe(true);
	});

	it('numbers feedback by day received and attributes no more than it says', () => {
		const days = feedback.map((draft) => draft.receivedOn ?? '');
		expect(days).toEqual([...days].sort());
		expect(new Set(feedback.map((draft) => draft.externalId)).size).toBe(feedback.length);
		const complaints = feedback.filter((draft) => draft.kind === 'complaint');
		const shares = countBy(complaints, (draft) => draft.attribution);
		expect(shares.named! / complaints.length).toBeCloseTo(0.55, 1);
		expect(shares.none! / complaints.length).toBeCloseTo(0.05, 1);
		const isConsistent = ({ attribution, teamId, agentId }: FeedbackDraft) =>
			(agentId === null) === (attribution === 'team' || attribution === 'none') &&
			(teamId === null) === (attribution === 'none');
		expect(feedback.every(isConsistent)).toBe(true);
	});

	it('has 15 to 20 % of complaints from borrowers who complained before', () => {
		const complaints = feedback.filter((draft) => draft.kind === 'complaint');
		const borrowers = new Set(complaints.map((draft) => draft.borrowerRef));
		const repeats = 1 - borrowers.size / complaints.length;
		expect(repeats).toBeGreaterThan(0.15);
		expect(repeats).toBeLessThan(0.2);
	});
});
