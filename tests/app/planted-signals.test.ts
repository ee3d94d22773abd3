import { beforeAll, expect, test } from 'vitest';
import type { Exposure } from '#core/domain/organisation.ts';
import { addMonths, periodKeys } from '#core/domain/period.ts';
import type { StratumCell } from '#core/stats/expected.ts';
import { judgeTrend } from '#core/stats/scan/judge-trend.ts';
import { judgeUnits, type JudgedUnit, type UnitComparison } from '#core/stats/scan/judge-units.ts';
import { estimateTrainingEffect } from '#core/stats/training-effect.ts';
import { createDemo, intendDemoFeedback } from '#db/seed/demo.ts';
import type { IntendedFeedback } from '#db/seed/feedback.ts';
import { abusiveAgent, caseMix, plantedTruthsOf, training, workplaceSurge } from '#db/seed/planted-truths.ts';
import { conductThemes } from '#db/seed/themes.ts';
import { chooseBaseline } from '#server/app/scan-signals/scan-context.ts';

/**
 * The planted truths in what the texts were meant to say, judged by the statistics of the scan: what a tagger without
 * errors would make of the demo. What today's rules make of it is in planted-truths.test.ts.
 */
const lastMonth = '2026-10';
const truths = plantedTruthsOf(lastMonth);
const months = periodKeys({ from: '2024-05-01', to: '2026-11-01' }, 'month');
let exposure: readonly Exposure[];
let feedback: readonly IntendedFeedback[];
beforeAll(() => {
	exposure = [...createDemo({ lastMonth }).exposure()];
	feedback = [...intendDemoFeedback({ lastMonth })];
}, 60_000);

const monthOf = (day: string) => day.slice(0, 7);

function teamMonths(teamId: string, theme: string, last: string) {
	const known = months.filter((month) => month <= last);
	const baseline = chooseBaseline(known);
	return known.map((month) => ({
		count: feedback.filter(
			({ slot, themes }) =>
				slot.desk.team.id === teamId && themes.includes(theme) && monthOf(slot.receivedOn) === month
		).length,
		exposure: exposure
			.filter((row) => row.teamId === teamId && monthOf(row.day) === month)
			.reduce((sum, { connected }) => sum + connected, 0),
		isBaseline: baseline !== null && `${month}-01` < baseline.to
	}));
}

test('the risen workplace contact is found within two months of its start', () => {
	const { teamId, theme } = workplaceSurge;
	const { fromMonth } = truths.workplaceSurge;
	const second = addMonths(`${fromMonth}-01`, 1).slice(0, 7);
	const found = [fromMonth, second].filter((month) => judgeTrend(teamMonths(teamId, theme, month)) !== null);
	expect(found).not.toEqual([]);
	const before = addMonths(`${fromMonth}-01`, -1).slice(0, 7);
	expect(judgeTrend(teamMonths(teamId, theme, before))).toBeNull();
});

/** Feedback and contacts of every unit by channel, stage and product, within the language its borrowers write. */
function compareUnits(): readonly JudgedUnit[] {
	const comparisons = (['agency', 'team', 'agent'] as const).flatMap((kind) => {
		const from = kind === 'agent' ? '2024-05-01' : '2025-11-01';
		const cells = new Map<string, StratumCell>();
		const unitOf = { agency: 'agencyId', team: 'teamId', agent: 'agentId' } as const;
		const languageOf = languagesBy((one) => one.draft[unitOf[kind]]);
		const add = (theme: string, unit: string | null, work: string, patch: Partial<StratumCell>) => {
			if (unit === null) return;
			const stratum = `${languageOf.get(unit) ?? 'mixed'} · ${work}`;
			const key = [theme, unit, stratum].join('\t');
			const known = cells.get(key) ?? { unit, stratum, observed: 0, exposure: 0 };
			cells.set(key, {
				...known,
				observed: known.observed + (patch.observed ?? 0),
				exposure: known.exposure + (patch.exposure ?? 0)
			});
		};
		for (const row of exposure.filter(({ day }) => day >= from))
			add('', row[unitOf[kind]], workOf(row), { exposure: row.connected });
		const work = [...cells.values()];
		cells.clear();
		for (const { draft, themes } of feedback)
			for (const theme of themes)
				if ((draft.receivedOn ?? '') >= from && (conductThemes as readonly string[]).includes(theme))
					add(theme, draft[unitOf[kind]], workOf(draft), { observed: 1 });
		const byTheme = Map.groupBy(cells, ([key]) => key.split('\t')[0] ?? '');
		return [...byTheme].map(([theme, own]): UnitComparison => ({
			kind,
			theme,
			cells: [...work, ...own.map(([, cell]) => cell)]
		}));
	});
	return judgeUnits(comparisons);
}

const workOf = ({ channel, stage, product }: { channel: unknown; stage: unknown; product: unknown }) =>
	[channel, stage, product].join(' · ');

function languagesBy(unitOf: (one: IntendedFeedback) => string | null): ReadonlyMap<string, string> {
	const sums = new Map<string, { zh: number; en: number }>();
	for (const one of feedback) {
		const unit = unitOf(one);
		if (unit === null || one.draft.text === '') continue;
		const sum = sums.get(unit) ?? { zh: 0, en: 0 };
		sum[/\p{Script=Han}/u.test(one.draft.text) ? 'zh' : 'en']++;
		sums.set(unit, sum);
	}
	const main = ({ zh, en }: { zh: number; en: number }) =>
		zh >= 4 * en ? 'zh' : en >= 4 * zh ? 'en' : 'mixed';
	return new Map([...sums].map(([unit, sum]) => [unit, main(sum)]));
}

test('the abusive agent survives the correction; the agency with the hard work is not flagged; few others are', () => {
	const flagged = compareUnits().filter(({ isFlagged }) => isFlagged);
	const { agentId, theme } = abusiveAgent;
	expect(flagged).toContainEqual(expect.objectContaining({ kind: 'agent', unit: agentId, theme }));
	expect(flagged.filter(({ kind, unit }) => kind === 'agency' && unit === caseMix.agencyId)).toEqual([]);
	const ofTeam = exposure.flatMap((row) => (row.teamId === workplaceSurge.teamId ? (row.agentId ?? []) : []));
	const risen = new Set<string>([workplaceSurge.teamId, 'kestrel-vale', ...ofTeam]);
	const isPlanted = (one: JudgedUnit) =>
		one.unit === agentId ||
		one.unit === abusiveAgent.teamId ||
		(one.theme === workplaceSurge.theme && risen.has(one.unit));
	expect(flagged.filter((one) => !isPlanted(one))).toEqual([]);
});

test('the training effect’s interval excludes 1', () => {
	const { teamId, theme } = training;
	const rows = new Map<string, { agent: string; period: string; count: number; exposure: number }>();
	const at = (agent: string, period: string) => {
		const key = `${agent}\t${period}`;
		const known = rows.get(key) ?? { agent, period, count: 0, exposure: 0 };
		rows.set(key, known);
		return known;
	};
	const isTrained = new Set(exposure.flatMap((row) => (row.teamId === teamId ? (row.agentId ?? []) : [])));
	for (const row of exposure) if (row.agentId) at(row.agentId, monthOf(row.day)).exposure += row.connected;
	for (const { slot, themes } of feedback)
		if (themes.includes(theme)) at(slot.agentId, monthOf(slot.receivedOn)).count++;
	const effect = estimateTrainingEffect(
		[...rows.values()].map((row) => ({
			...row,
			isTrained: isTrained.has(row.agent) && row.period >= truths.training.fromMonth
		}))
	);
	expect(effect?.ratio).toBeLessThan(0.7);
	expect(effect?.interval.high).toBeLessThan(1);
});
