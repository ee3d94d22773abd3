import type { EChartsOption } from 'echarts';
import type { Locale } from '#core/domain/vocabulary.ts';
import { formatPeriodKey, formatTick } from '#lib/format/periods.ts';
import { axisText, byWidth, colours } from './theme.ts';

const steps = [1, 2, 3, 4, 6, 12, 24, 48];
const mostTicks = { wide: 16, narrow: 7 };

/**
 * Labels for at most `most` of the periods, evenly and up to the last one, the others ''. The year stands under the
 * first label and wherever it changes, whichever labels were left out.
 */
export function thinTicks(keys: readonly string[], locale: Locale, most: number): string[] {
	const step = steps.find((one) => keys.length / one <= most) ?? keys.length;
	let year = '';
	return keys.map((key, index) => {
		if ((keys.length - 1 - index) % step !== 0) return '';
		const tick = formatTick(key, locale);
		const isNewYear = key.slice(0, 4) !== year;
		year = key.slice(0, 4);
		return isNewYear && tick !== year ? `${tick}\n${formatPeriodKey(year, locale)}` : tick;
	});
}

/** The x axis of every chart over time, and the rules that thin its labels on a narrow drawing. */
export function periodAxis(keys: readonly string[], locale: Locale): Pick<EChartsOption, 'xAxis' | 'media'> {
	const wide = thinTicks(keys, locale, mostTicks.wide);
	return {
		xAxis: {
			type: 'category',
			data: wide,
			axisLine: { lineStyle: { color: colours.edge } },
			axisTick: { show: false },
			axisLabel: axisText({ interval: 0, lineHeight: 14 })
		},
		media: byWidth({ xAxis: { data: thinTicks(keys, locale, mostTicks.narrow) } }, { xAxis: { data: wide } })
	};
}
