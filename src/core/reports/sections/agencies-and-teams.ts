import type { FilterPatch } from '#core/domain/kpi.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { FunnelVerdict } from '#core/stats/funnel-limits.ts';
import { paragraph, type Block, type Column, type Row, type SectionBuilder } from '../blocks.ts';
import type { ChartBlock } from '../chart-block.ts';
import { countColumn, derivedColumn } from '../columns.ts';
import { linkTo, type ReportData, type UnitCount } from '../report-data.ts';
import { funnelWords, listNames } from '../words.ts';

const measures: readonly Column[] = [
	countColumn('complaints', 'Complaints', '投诉量'),
	countColumn('observed', 'Comparable', '可比投诉'),
	{ key: 'expected', title: { en: 'Expected', zh: '预期' }, type: 'number', digits: 1 },
	derivedColumn('ratio', 'Ratio to expected', '实际/预期'),
	{ key: 'low', title: { en: '99.8% limit, low', zh: '99.8% 下限' }, type: 'number', digits: 2 },
	{ key: 'high', title: { en: '99.8% limit, high', zh: '99.8% 上限' }, type: 'number', digits: 2 },
	{ key: 'verdict', title: { en: 'Verdict', zh: '判断' }, type: 'text' }
];
/** The funnel begins here. */
const leastShown = 1;
const agencyColumn: Column = { key: 'agency', title: { en: 'Agency', zh: '机构' }, type: 'text' };
const teamColumn: Column = { key: 'team', title: { en: 'Team', zh: '团队' }, type: 'text' };

/** Units keep the order they come in: within the limits a rank would be one of luck. */
export const agenciesAndTeams: SectionBuilder = {
	id: 'agencies-and-teams',
	title: { en: 'Agencies and teams', zh: '机构与团队' },
	build: (data): readonly Block[] => [
		paragraph(
			'Expected is what the rates of all units together would give for the same channels, stages and products. A ratio inside the limits does not differ from 1 by more than chance; below 5 expected there are too few to say.',
			'“预期”指按全部单位合计的比率、同样的渠道、阶段与产品应有的投诉数。比值在界限内，即与 1 的差异不超过偶然；预期不足 5 件时数量太少，无法判断。'
		),
		sayOutside([...data.agencies, ...data.teams]),
		...(data.agencies.length === 0 ? [] : [agenciesOf(data)]),
		funnelOf(data),
		{
			kind: 'table',
			id: 'teams',
			title: { en: 'Teams', zh: '团队' },
			columns: [teamColumn, agencyColumn, ...measures],
			totals: { complaints: data.complaints },
			rows: data.teams.map((unit) =>
				buildRow(data, unit, { team: [unit.id] }, { team: unit.name, agency: unit.agency })
			)
		}
	]
};

function buildRow(
	data: ReportData,
	unit: UnitCount,
	patch: FilterPatch,
	names: Readonly<Record<string, Bilingual | null>>
): Row {
	const { limits, verdict } = unit;
	return {
		key: unit.id,
		cells: {
			...Object.fromEntries(Object.entries(names).map(([key, value]) => [key, { value }])),
			complaints: { value: unit.complaints, link: linkTo(data, { complaint: 'yes', ...patch }) },
			observed: { value: unit.observed },
			expected: { value: unit.expected },
			ratio: { value: limits && unit.observed / unit.expected },
			low: { value: limits?.low ?? null },
			high: { value: limits?.high ?? null },
			verdict: { value: funnelWords[verdict] }
		}
	};
}

function agenciesOf(data: ReportData): Block {
	return {
		kind: 'table',
		id: 'agencies',
		title: { en: 'Agencies', zh: '机构' },
		columns: [agencyColumn, ...measures],
		...(isWhole(data) ? { totals: { complaints: data.complaints } } : {}),
		rows: data.agencies.map((unit) => buildRow(data, unit, { agency: [unit.id] }, { agency: unit.name }))
	};
}

function isWhole({ where }: ReportData): boolean {
	return (where.agency ?? []).length + (where.team ?? []).length === 0;
}

function funnelOf(data: ReportData): ChartBlock {
	return {
		kind: 'chart',
		id: 'teams-chart',
		title: { en: 'Teams: complaints against what their work explains', zh: '团队：投诉与其工作应有数量之比' },
		tableId: 'teams',
		chart: {
			type: 'funnel',
			names: { en: 'Team', zh: '团队' },
			limits: data.teamLimits,
			marks: data.teams
				.filter(({ expected }) => expected >= leastShown)
				.map((unit) => ({
					key: unit.id,
					link: linkTo(data, { complaint: 'yes', team: [unit.id] }),
					label: unit.name,
					observed: unit.observed,
					expected: unit.expected,
					verdict: unit.verdict
				}))
		}
	};
}

function sayOutside(units: readonly UnitCount[]) {
	const named = (verdict: FunnelVerdict) =>
		listNames(units.filter((unit) => unit.verdict === verdict).map(({ name }) => name));
	const [above, below] = [named('above'), named('below')];
	return paragraph(
		`Above the limits: ${above.en || 'none'}. Below the limits: ${below.en || 'none'}.`,
		`高于上限：${above.zh || '无'}。低于下限：${below.zh || '无'}。`
	);
}
