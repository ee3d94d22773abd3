import { kpiOfMeasure, type Measure } from '#core/domain/exploration.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import type { Locale } from '#core/domain/vocabulary.ts';
import type { Cell, Column, Table } from '#lib/charts/spec.ts';
import { formatCount, formatDecimal, formatInterval } from '#lib/format/numbers.ts';
import { formatPeriodKey } from '#lib/format/periods.ts';
import { chartWords } from '#lib/i18n/chart-words.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { feedbackHref } from '#lib/url/filter-params.ts';
import type { ExploredSeries, Measured } from '#server/app/explore-side.ts';
import { seriesLabel, sideLabels, type Shown } from './exploration-labels.ts';
import { lensLabel, unitOf } from './exploration-words.ts';

const word = (label: string): Column => ({ label, isNumeric: false });
const numeric = (label: string): Column => ({ label, isNumeric: true });

/** One row for each mark: the value with its interval, and the feedback behind it. No row is a sum of others. */
export function longTable(shown: Shown, isShown: (series: ExploredSeries) => boolean = () => true): Table {
	const { answer, exploration, locale } = shown;
	const { measure, lens } = exploration;
	const labels = sideLabels(shown);
	const isInTime = answer.shape !== 'bars';
	const words = chartWords();
	const rows = answer.sides.flatMap((side, at) =>
		side.series.filter(isShown).flatMap((series) => {
			const named: readonly Cell[] = [
				{ text: seriesLabel(shown, series) },
				...(labels.length > 1 ? [{ text: labels[at] ?? '' }] : [])
			];
			if (!isInTime) return [[...named, ...cellsOf(series.whole, measure, locale)]];
			return side.periods.map(({ key, isComplete }, index) => {
				const text = [formatPeriodKey(key, locale), ...(isComplete ? [] : [words.incomplete])].join(' · ');
				const point = series.points[index];
				return [...named, { text }, ...(point ? cellsOf(point, measure, locale) : [])];
			});
		})
	);
	return {
		columns: [
			word(lensLabel(lens)),
			...(labels.length > 1 ? [word(m.explore_col_group())] : []),
			...(isInTime ? [word(words.period)] : []),
			...columnsOf(measure, locale)
		],
		rows
	};
}

function hasInterval(measure: Measure): boolean {
	return measure !== 'count' && kpis[kpiOfMeasure[measure]].interval !== null;
}
function hasDenominator(measure: Measure): boolean {
	return measure !== 'count' && measure !== 'borrowers' && measure !== 'rating';
}

/** `isBrief`: what there is to remark stands beside the value. */
function columnsOf(measure: Measure, locale: Locale, isBrief = false): readonly Column[] {
	if (measure === 'count') return [numeric(unitOf(measure, locale))];
	const words = chartWords();
	return [
		numeric(unitOf(measure, locale)),
		...(hasInterval(measure) ? [numeric(words.interval)] : []),
		numeric(m.explore_col_feedback()),
		...(hasDenominator(measure) ? [numeric(words.denominator)] : []),
		...(isBrief ? [] : [word(m.explore_col_remark())])
	];
}

function cellsOf(mark: Measured, measure: Measure, locale: Locale, isBrief = false): readonly Cell[] {
	const { value, interval, counted, denominator, isTooFew, listed } = mark;
	const href = feedbackHref(listed);
	const feedback: Cell = { text: formatCount(counted, locale), number: counted, href };
	if (measure === 'count') return [feedback];
	const text = measure === 'borrowers' ? formatCount(value, locale) : formatDecimal(value, locale);
	const words = chartWords();
	const remark = value === null ? words.noData : isTooFew ? words.tooFew : '';
	return [
		{
			text: isBrief && isTooFew ? `${text} · ${remark}` : text,
			number: value,
			...(value === null ? {} : { href })
		},
		...(hasInterval(measure) ? [{ text: interval ? formatInterval(interval, locale) : '–' }] : []),
		feedback,
		...(hasDenominator(measure) ? [{ text: formatCount(denominator, locale), number: denominator }] : []),
		...(isBrief ? [] : [{ text: remark }])
	];
}

/** The whole period, a row for each value and, beside it, what it is compared with. */
export function wholeTable(shown: Shown): Table {
	const { answer, exploration, locale } = shown;
	const { measure, lens } = exploration;
	const labels = sideLabels(shown);
	const { ratios } = answer;
	return {
		columns: [
			word(lensLabel(lens)),
			...labels.flatMap((label) =>
				columnsOf(measure, locale, true).map((column) => ({
					...column,
					label: label === '' ? column.label : `${label}: ${column.label}`
				}))
			),
			...(ratios ? [numeric(m.explore_col_ratio()), numeric(m.chart_interval())] : [])
		],
		rows: (answer.sides[0]?.series ?? []).map((series, place) => [
			{ text: seriesLabel(shown, series) },
			...answer.sides.flatMap((side) => {
				const own = side.series.find(({ kind, key }) => kind === series.kind && key === series.key);
				return own
					? cellsOf(own.whole, measure, locale, true)
					: columnsOf(measure, locale, true).map(() => ({ text: '–' }));
			}),
			...(ratios ? ratioCells(ratios[place] ?? null, locale) : [])
		])
	};
}

function ratioCells(
	compared: NonNullable<Shown['answer']['ratios']>[number],
	locale: Locale
): readonly Cell[] {
	if (compared === null) return [{ text: '–', number: null }, { text: '–' }];
	return [
		{ text: formatDecimal(compared.ratio, locale, 2), number: compared.ratio },
		{ text: formatInterval(compared.interval, locale, 2) }
	];
}
