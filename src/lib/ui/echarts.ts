import type { EChartsOption } from 'echarts';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Datum } from '#lib/charts/spec.ts';

use([
	BarChart,
	LineChart,
	ScatterChart,
	GridComponent,
	MarkLineComponent,
	TooltipComponent,
	LabelLayout,
	SVGRenderer
]);

/** What ECharts says of the mark under the pointer. */
interface Pointed {
	readonly data?: unknown;
	readonly color?: unknown;
	readonly value?: unknown;
}
export interface LiveChart {
	draw(option: EChartsOption): void;
	/** Shows what a mark says, as if pointed at. */
	point(series: number, place: number): void;
	unpoint(): void;
	/** Place on the x axis under a distance from the left edge, in CSS pixels; null where there are no places. */
	placeAt(x: number): number | null;
	close(): void;
}

/** Opens a chart that fills `box` at any size. `follow` gets the link of a mark that was clicked. */
export function openLiveChart(
	box: HTMLElement,
	follow: (href: string, isNewTab: boolean) => void
): LiveChart {
	const chart = init(box, null, { renderer: 'svg' });
	const observer = new ResizeObserver(() => chart.resize());
	observer.observe(box);
	chart.on('click', ({ data, event }) => {
		const { href } = (data ?? {}) as Partial<Datum>;
		const pressed = event?.event as unknown as MouseEvent | undefined;
		if (href) follow(href, Boolean(pressed?.ctrlKey || pressed?.metaKey));
	});
	return {
		draw: (option) =>
			chart.setOption(
				{ ...option, tooltip: { ...option.tooltip, formatter: describe } as EChartsOption['tooltip'] },
				{ notMerge: true }
			),
		point: (seriesIndex, dataIndex) => chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex }),
		unpoint: () => {
			chart.dispatchAction({ type: 'hideTip' });
			chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
		},
		placeAt: (x) => {
			const place = Number(chart.convertFromPixel({ xAxisIndex: 0 }, x));
			return Number.isFinite(place) ? Math.round(place) : null;
		},
		close: () => {
			observer.disconnect();
			chart.dispose();
		}
	};
}

/** The hints of all marks at one place, built of text nodes: names in data cannot become markup. */
function describe(pointed: Pointed | readonly Pointed[]): HTMLElement {
	const all = [pointed].flat() as readonly Pointed[];
	const marks = all
		.map(({ data, color, value }) => ({ hint: (data as Datum | null | undefined)?.hint, color, value }))
		.filter(({ hint, value }) => hint && !(all.length > 1 && value === 0))
		.toReversed();
	const box = document.createElement('div');
	const title = marks[0]?.hint?.title ?? '';
	box.append(textNode('strong', title));
	for (const { hint, color } of marks)
		for (const [name, value] of hint?.rows ?? [])
			box.append(hintRow(name, value, all.length > 1 ? String(color) : null));
	return box;
}

function hintRow(name: string, value: string, colour: string | null): HTMLElement {
	const row = document.createElement('div');
	row.style.cssText = 'display:flex;gap:6px;align-items:baseline';
	if (colour) {
		const swatch = textNode('span', '');
		swatch.style.cssText = `width:9px;height:9px;border-radius:2px;border:1px solid var(--edge);background:${colour}`;
		row.append(swatch);
	}
	const label = textNode('span', name);
	label.style.color = 'var(--muted)';
	const number = textNode('span', value);
	number.style.cssText = 'margin-left:auto;padding-left:16px;font-variant-numeric:tabular-nums';
	row.append(label, number);
	return row;
}

function textNode(tag: 'strong' | 'span', text: string): HTMLElement {
	const node = document.createElement(tag);
	node.textContent = text;
	return node;
}
