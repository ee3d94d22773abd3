import type { EChartsOption, TooltipComponentOption } from 'echarts';

/** Colours are CSS variables of src/app.css: one drawing serves the light and the dark scheme. */
export const colours = {
	ink: 'var(--ink)',
	muted: 'var(--muted)',
	line: 'var(--line)',
	edge: 'var(--edge)',
	card: 'var(--card)',
	accent: 'var(--accent)',
	accentSoft: 'var(--accent-soft)',
	bad: 'var(--bad)',
	good: 'var(--good)',
	other: 'var(--series-other)',
	clear: 'transparent'
} as const;

/** Told apart with any colour vision (smallest distance 8 in OKLab × 100, tested), in this order. */
export const seriesColours = [1, 2, 3, 4, 5, 6].map((place) => `var(--series-${place})`);

/**
 * The fonts of the page by name: text is measured outside the page, where `inherit` means nothing. In single quotes: they
 * are put into an attribute as they are.
 */
const fontFamily =
	"ui-sans-serif, system-ui, 'Segoe UI', 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', 'Noto Sans SC', sans-serif";

/** Below this width of the drawing, labels are shortened and thinned. */
const narrow = 520;

/** ECharts lightens colours on hover by arithmetic, which turns a CSS variable black: marks keep theirs. */
export const still = { emphasis: { disabled: true }, clip: true } as const;

/** Drawn, but not part of what is pointed at. */
export const backdrop = { ...still, silent: true, tooltip: { show: false } } as const;

export const chartBase = {
	animation: false,
	textStyle: { fontFamily, fontSize: 12, color: colours.ink },
	grid: {
		left: 4,
		right: 12,
		top: 14,
		bottom: 4,
		outerBoundsMode: 'same',
		outerBoundsContain: 'axisLabel'
	}
} as const;

/** The box beside the pointer; its text is written by ui/Chart.svelte from each datum's hint. */
export function tooltip(trigger: 'axis' | 'item'): TooltipComponentOption {
	return {
		trigger,
		confine: true,
		transitionDuration: 0,
		backgroundColor: colours.card,
		borderColor: colours.line,
		padding: [8, 10],
		textStyle: { color: colours.ink, fontSize: 12 },
		axisPointer: { type: 'shadow', shadowStyle: { color: colours.edge, opacity: 0.12 } }
	};
}

export function axisText(label: object = {}) {
	return { color: colours.muted, fontSize: 11, ...label };
}

export function valueAxis(options: object = {}) {
	return {
		type: 'value',
		min: 0,
		splitNumber: 4,
		axisLine: { show: false },
		axisTick: { show: false },
		axisLabel: axisText(),
		splitLine: { lineStyle: { color: colours.line } },
		...options
	} as const;
}

/**
 * A value axis from 0 to a round number not below `most`, in at most four steps of 1, 2, 2.5 or 5: ECharts itself looks
 * at the values only, and cuts off what reaches higher, an interval or a limit.
 */
export function roundedAxis(most: number) {
	if (!(most > 0)) return valueAxis({ max: 1, interval: 1 });
	const size = 10 ** Math.floor(Math.log10(most / 4));
	const interval = size * ([1, 2, 2.5, 5, 10].find((step) => step * size * 4 >= most * 0.999999) ?? 10);
	return valueAxis({ interval, max: Math.ceil(most / interval - 0.000001) * interval });
}

/** ECharts' media rules: what a narrow drawing changes, and the same keys for all others to change back. */
export function byWidth(forNarrow: EChartsOption, otherwise: EChartsOption): EChartsOption['media'] {
	return [{ query: { maxWidth: narrow }, option: forNarrow }, { option: otherwise }];
}
