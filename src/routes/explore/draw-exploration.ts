import { barChart } from '#lib/charts/bar-chart.ts';
import { highestOf, seriesChart, type DrawnSeries, type SeriesInput } from '#lib/charts/series-chart.ts';
import type { ChartSpec } from '#lib/charts/spec.ts';
import { chartWords } from '#lib/i18n/chart-words.ts';
import { feedbackHref } from '#lib/url/filter-params.ts';
import type { ExploredSeries, ExploredSide } from '#server/app/explore-side.ts';
import { markLabel, seriesLabel, sideLabels, titleOf, type Shown } from './exploration-labels.ts';
import { longTable } from './exploration-tables.ts';
import { lensLabel, unitOf } from './exploration-words.ts';

/** One chart, or as small multiples one for each value. */
export function drawExploration(
	shown: Shown
): readonly { readonly title: string; readonly spec: ChartSpec }[] {
	const { shape, sides } = shown.answer;
	if (shape === 'bars') return [{ title: titleOf(shown), spec: drawBars(shown) }];
	const labels = sideLabels(shown);
	if (shape !== 'multiples') {
		const drawn = sides.flatMap((side, at) =>
			side.series.map((_, place) => drawnSeries(shown, { at, place, labels }))
		);
		return [
			{ title: titleOf(shown), spec: seriesChart(inputOf(shown, shape, drawn), chartWords(), shown.locale) }
		];
	}
	const panels = (sides[0]?.series ?? []).map((series) => {
		const drawn = sides.flatMap((side, at) =>
			side.series.flatMap((one, place) =>
				isSame(one, series) ? [{ ...drawnSeries(shown, { at, place, labels }), colour: at }] : []
			)
		);
		return { title: seriesLabel(shown, series), series, input: inputOf(shown, 'lines', drawn) };
	});
	const highest = Math.max(0, ...panels.map(({ input }) => highestOf(input)));
	return panels.map(({ title, series, input }) => ({
		title,
		spec: seriesChart(
			{ ...input, label: title, highest, height: 150, table: longTable(shown, (one) => isSame(one, series)) },
			chartWords(),
			shown.locale
		)
	}));
}

function isSame(one: ExploredSeries, other: ExploredSeries): boolean {
	return one.kind === other.kind && one.key === other.key;
}

function inputOf(shown: Shown, shape: 'lines' | 'stack', series: readonly DrawnSeries[]): SeriesInput {
	const { answer, exploration } = shown;
	const { measure } = exploration;
	const longest = answer.sides.toSorted((one, other) => other.periods.length - one.periods.length)[0];
	const own = answer.sides[0]?.periods ?? [];
	return {
		label: titleOf(shown),
		shape,
		isCount: measure === 'count' || measure === 'borrowers',
		// A year before may begin on another day of the week, and so have one week more.
		periods: [...own, ...(longest?.periods.slice(own.length) ?? [])].map(({ key }) => key),
		series,
		annotations: answer.annotations,
		table: longTable(shown),
		highest: null
	};
}

interface Place {
	/** Of the group. */
	readonly at: number;
	/** Of the series in it. */
	readonly place: number;
	readonly labels: readonly string[];
}

function drawnSeries(shown: Shown, { at, place, labels }: Place): DrawnSeries {
	const side = shown.answer.sides[at] as ExploredSide;
	const series = side.series[place] as ExploredSeries;
	return {
		label: markLabel(shown, series, labels[at] ?? ''),
		colour: series.kind === 'all' ? at : place,
		isOther: series.kind === 'other',
		isSecond: at > 0,
		href: feedbackHref(series.whole.listed),
		points: side.periods.map(({ key, isComplete }, index) => {
			const { value = null, interval = null, isTooFew = false, listed } = series.points[index] ?? {};
			return { key, value, interval, isComplete, isTooFew, href: feedbackHref(listed ?? side.filter) };
		})
	};
}

function drawBars(shown: Shown): ChartSpec {
	const { answer, exploration, locale } = shown;
	const labels = sideLabels(shown);
	const isCount = exploration.measure === 'count' || exploration.measure === 'borrowers';
	const bars = (answer.sides[0]?.series ?? []).flatMap((series) =>
		answer.sides.flatMap((side, at) =>
			side.series
				.filter((one) => isSame(one, series))
				.map((one) => ({
					label: markLabel(shown, one, labels[at] ?? ''),
					value: one.whole.value,
					interval: one.whole.interval,
					isTooFew: one.whole.isTooFew,
					isSecond: at > 0,
					href: feedbackHref(one.whole.listed),
					...(one.whole.denominator === null
						? {}
						: { numerator: one.whole.numerator, denominator: one.whole.denominator })
				}))
		)
	);
	const spec = barChart(
		{
			label: titleOf(shown),
			names: lensLabel(exploration.lens),
			unit: unitOf(exploration.measure, locale),
			isCount,
			bars,
			mean:
				answer.sides.length === 1 && !isCount && exploration.lens !== 'all'
					? (answer.sides[0]?.all.value ?? null)
					: null
		},
		chartWords(),
		locale
	);
	return { ...spec, table: longTable(shown) };
}
