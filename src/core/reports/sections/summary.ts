import { listBehind, type Kpi, type KpiChange, type KpiValue } from '#core/domain/kpi.ts';
import { numeratorOf } from '#core/domain/missing-data.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import {
	paragraph,
	type Block,
	type Cell,
	type Column,
	type KpiItem,
	type KpiStrip,
	type Paragraph,
	type Row,
	type SectionBuilder
} from '../blocks.ts';
import { linkTo, type ReportData, type ReportKpi } from '../report-data.ts';
import { isSmall } from '../small-numbers.ts';
import { changeWords, listNames, missingWords, tooFewToSay } from '../words.ts';
import { sayBoard } from './board-sentences.ts';

const columns: readonly Column[] = [
	{ key: 'kpi', title: { en: 'KPI', zh: '指标' }, type: 'text' },
	{ key: 'value', title: { en: 'Value', zh: '数值' }, type: 'number', digits: 2, small: 'derived' },
	{ key: 'unit', title: { en: 'Unit', zh: '单位' }, type: 'text' },
	{ key: 'low', title: { en: '95% from', zh: '95% 下限' }, type: 'number', digits: 2, small: 'derived' },
	{ key: 'high', title: { en: '95% to', zh: '95% 上限' }, type: 'number', digits: 2, small: 'derived' },
	{
		key: 'numerator',
		title: { en: 'Numerator', zh: '分子' },
		type: 'number',
		digits: 2,
		isMixed: true,
		small: 'count'
	},
	{
		key: 'denominator',
		title: { en: 'Denominator', zh: '分母' },
		type: 'number',
		digits: 2,
		isMixed: true,
		small: 'count'
	},
	{ key: 'previous', title: { en: 'Month before', zh: '上月' }, type: 'number', digits: 2, small: 'derived' },
	{ key: 'change', title: { en: 'Change', zh: '变化' }, type: 'change', small: 'derived' },
	{ key: 'verdict', title: { en: 'Verdict', zh: '判断' }, type: 'text' }
];

/** The six for those in a hurry. */
const onBoard: readonly string[] = ['K01', 'K03', 'K05', 'K08', 'K41', 'K42'];

const notOver = paragraph(
	'The month is not over: counts will grow, and rates may still move.',
	'本月尚未结束：数量还会增加，比率也可能变化。'
);

/** The one page for the board. */
export const summary: SectionBuilder = {
	id: 'summary',
	title: { en: 'Summary', zh: '摘要' },
	build: (data): readonly Block[] => [
		...(data.isOver ? [] : [notOver]),
		stripOf(data),
		sayVerdicts(data.kpis),
		...sayBoard(data),
		{
			kind: 'table',
			id: 'kpis',
			title: { en: 'Key figures', zh: '关键指标' },
			columns,
			rows: data.kpis.map((entry) => buildRow(data, entry))
		}
	]
};

function stripOf(data: ReportData): KpiStrip {
	return {
		kind: 'kpis',
		id: 'board',
		title: { en: 'The month at a glance', zh: '本月概览' },
		items: onBoard.flatMap((id) => {
			const entry = data.kpis.find(({ kpi }) => kpi.id === id);
			return entry ? [itemOf(data, entry)] : [];
		})
	};
}

const tones: Partial<Record<KpiChange['verdict'], KpiItem['tone']>> = { improving: 'good', worsening: 'bad' };

function itemOf(data: ReportData, { kpi, now, change }: ReportKpi): KpiItem {
	const trend = data.detail.trends.find((one) => one.kpi.id === kpi.id);
	return {
		key: kpi.id,
		name: kpi.name,
		value: now.value,
		unit: kpi.unit,
		digits: isCount(kpi) ? 0 : 2,
		low: now.interval?.low ?? null,
		high: now.interval?.high ?? null,
		numerator: now.numerator,
		verdict: wordOf({ now, change }),
		tone: (now.missing === null && change && tones[change.verdict]) || 'plain',
		link: linkTo(data, kpi.numerator.where),
		spark: trend?.points.map(({ value }) => value.value) ?? []
	};
}

function isCount({ denominator, numerator }: ReportKpi['kpi']): boolean {
	return denominator === null && numerator.count !== 'mean-rating';
}

function buildRow(data: ReportData, { kpi, now, change }: ReportKpi): Row {
	const { unit } = kpi;
	return {
		key: kpi.id,
		cells: {
			kpi: { value: kpi.name },
			value: { value: now.value, unit },
			unit: { value: unit },
			low: { value: now.interval?.low ?? null, unit },
			high: { value: now.interval?.high ?? null, unit },
			numerator: {
				value: numeratorOf(now),
				...restsOnFew(kpi, now),
				...(hasList(kpi) && numeratorOf(now) !== null ? { link: linkTo(data, kpi.numerator.where) } : {})
			},
			denominator: {
				value: now.denominator,
				...(kpi.numerator.count === 'training-effect' ? restsOnFew(kpi, now) : {})
			},
			previous: { value: change?.before.value ?? null, unit },
			change: { value: change?.relative ?? null },
			verdict: { value: wordOf({ now, change }) }
		}
	};
}

/** A mean rests on its ratings, a ratio of rates on the counts of them. */
function restsOnFew({ numerator }: Kpi, { denominator, isTooFew }: KpiValue): Pick<Cell, 'restsOnFew'> {
	if (numerator.count === 'mean-rating') return { restsOnFew: isSmall(denominator ?? 0) };
	return numerator.count === 'training-effect' ? { restsOnFew: isTooFew } : {};
}

/** Borrowers and ratings are read off the linked feedback; other numbers that are made from feedback are not. */
function hasList(kpi: Kpi): boolean {
	return listBehind(kpi) === 'numerator' || ['borrowers', 'mean-rating'].includes(kpi.numerator.count);
}

/** A value that is missing, or too small for any verdict, says so in the verdict's place. */
function wordOf({ now, change }: Pick<ReportKpi, 'now' | 'change'>): Bilingual | null {
	if (now.missing !== null) return missingWords[now.missing];
	if (now.isTooFew && (change === null || change.verdict === 'unjudged')) return tooFewToSay;
	return change === null ? null : changeWords[change.verdict];
}

function sayVerdicts(kpis: readonly ReportKpi[]): Paragraph {
	const named = (verdict: KpiChange['verdict']) =>
		listNames(kpis.filter(({ change }) => change?.verdict === verdict).map(({ kpi }) => kpi.name));
	const [worse, better, same] = [named('worsening'), named('improving'), named('stable')];
	return paragraph(
		`Against the month before. Worsening: ${worse.en || 'none'}. Improving: ${better.en || 'none'}. Stable: ${same.en || 'none'}.`,
		`与上月相比。恶化：${worse.zh || '无'}。改善：${better.zh || '无'}。平稳：${same.zh || '无'}。`
	);
}
