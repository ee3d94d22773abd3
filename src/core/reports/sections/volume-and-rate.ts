import { periodOf } from '#core/domain/period.ts';
import { paragraph, type Block, type Row, type SectionBuilder, type Table } from '../blocks.ts';
import type { ChartBlock } from '../chart-block.ts';
import { countColumn, derivedColumn, textColumn } from '../columns.ts';
import type { ReportData } from '../report-data.ts';
import type { KpiTrend, TrendPoint } from '../report-detail.ts';
import { missingWords, tooFewToSay } from '../words.ts';

/** Rates only: a count by month says more about the work than about the conduct. */
export const volumeAndRate: SectionBuilder = {
	id: 'volume-and-rate',
	title: { en: 'Volume and rate', zh: '数量与比率' },
	build: (data): readonly Block[] => {
		const trends = data.detail.trends.filter(({ kpi }) => kpi.denominator !== null);
		return [
			paragraph(
				'Each month with its 95% interval, on the band within which the rate varies by itself (u′ chart). The baseline ends before the month of the report, and needs 12 complete months.',
				'各月附 95% 区间；底色带为自然波动范围（u′ 图）。基线截止于报告月之前，至少需要 12 个完整月份。'
			),
			...trends.flatMap((trend) => [sayPlace(data, trend), chartOf(data, trend), tabulate(data, trend)])
		];
	}
};

const idOf = ({ kpi }: KpiTrend) => `trend-${kpi.id}`;

function sayPlace({ month }: ReportData, { kpi, points, center }: KpiTrend) {
	const now = points.find((point) => point.month === month);
	const say = (en: string, zh: string) => paragraph(`${kpi.name.en}: ${en}`, `${kpi.name.zh}：${zh}`);
	if (now === undefined || now.value.missing !== null) {
		const why = missingWords[now?.value.missing ?? 'no-exposure'];
		return say(`${why.en}.`, `${why.zh}。`);
	}
	if (center === null || now.limits === null)
		return say('too few complete months for limits.', '完整月份太少，无法给出界限。');
	if (!now.isOutside) return say('this month is within its natural variation.', '本月在自然波动范围内。');
	return (now.value.value ?? 0) > center
		? say('this month is above its natural variation.', '本月高于自然波动范围。')
		: say('this month is below its natural variation.', '本月低于自然波动范围。');
}

function linkOf({ where }: ReportData, { kpi }: KpiTrend, month: string) {
	return { ...where, period: periodOf(month), ...kpi.numerator.where };
}

function chartOf(data: ReportData, trend: KpiTrend): ChartBlock {
	return {
		kind: 'chart',
		id: `${idOf(trend)}-chart`,
		title: trend.kpi.name,
		tableId: idOf(trend),
		chart: {
			type: 'rate',
			unit: trend.kpi.unit,
			center: trend.center,
			marks: trend.points.map(({ month, value, limits, isComplete, isOutside }) => ({
				key: month,
				link: linkOf(data, trend, month),
				value: value.value,
				interval: value.interval,
				numerator: value.numerator,
				denominator: value.denominator,
				limits,
				isComplete,
				isTooFew: value.isTooFew,
				isOutside
			}))
		}
	};
}

function tabulate(data: ReportData, trend: KpiTrend): Table {
	const { kpi } = trend;
	const unit = { digits: 2, unit: kpi.unit };
	return {
		kind: 'table',
		id: idOf(trend),
		title: { en: `${kpi.name.en} by month`, zh: `${kpi.name.zh}：按月` },
		columns: [
			textColumn('month', 'Month', '月份'),
			countColumn('numerator', 'Feedback', '反馈量'),
			{ key: 'denominator', title: { en: 'Connected contacts', zh: '有效触达' }, type: 'integer' },
			derivedColumn('value', 'Rate', '比率', unit),
			derivedColumn('low', '95% from', '95% 下限', unit),
			derivedColumn('high', '95% to', '95% 上限', unit),
			derivedColumn('limitLow', 'Natural variation from', '自然波动下限', unit),
			derivedColumn('limitHigh', 'Natural variation to', '自然波动上限', unit),
			textColumn('verdict', 'Verdict', '判断')
		],
		rows: trend.points.map((point) => rowOf(data, trend, point))
	};
}

function rowOf(data: ReportData, trend: KpiTrend, point: TrendPoint): Row {
	const { month, value, limits } = point;
	return {
		key: month,
		cells: {
			month: { value: month },
			numerator: { value: value.numerator, link: linkOf(data, trend, month) },
			denominator: { value: value.denominator },
			value: { value: value.value },
			low: { value: value.interval?.low ?? null },
			high: { value: value.interval?.high ?? null },
			limitLow: { value: limits?.low ?? null },
			limitHigh: { value: limits?.high ?? null },
			verdict: { value: verdictOf(point) }
		}
	};
}

function verdictOf({ value, isComplete, limits, isOutside }: TrendPoint) {
	if (value.missing !== null) return missingWords[value.missing];
	if (!isComplete) return { en: 'not over', zh: '尚未结束' };
	if (value.isTooFew) return tooFewToSay;
	if (limits === null) return null;
	return isOutside ? { en: 'outside', zh: '超出范围' } : { en: 'inside', zh: '范围内' };
}
