import { createHash } from 'node:crypto';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartSpec, Datum } from '#lib/charts/spec.ts';

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

/** Drawings for boxes of three widths: the page shows the one that fits. */
export interface ChartSvg {
	readonly wide: string;
	readonly middle: string;
	readonly narrow: string;
}
/** CSS pixels. `part`: a panel beside others · `whole`: one over the whole width of the page. */
const widths = {
	part: { wide: 890, middle: 530, narrow: 326 },
	whole: { wide: 1350, middle: 890, narrow: 326 }
} as const;
export type ChartPlace = keyof typeof widths;
type Drawable = Pick<ChartSpec, 'option' | 'height'>;

const cacheSize = 450;
const cache = new Map<string, string>();

/**
 * Draws a chart to SVG whose marks are links, before any script runs. Equal charts give equal text, which a cache
 * keeps: drawing takes 2 to 20 ms of the only thread.
 */
export function renderChart(chart: Drawable, place: ChartPlace = 'part'): ChartSvg {
	const { wide, middle, narrow } = widths[place];
	return {
		wide: renderAt(chart, wide),
		middle: renderAt(chart, middle),
		narrow: renderAt(chart, narrow)
	};
}

/** One drawing of a given width in CSS pixels. */
export function renderAt({ option, height }: Drawable, width: number): string {
	const key = createHash('sha256')
		.update(JSON.stringify([width, height, option]))
		.digest('hex');
	const known = cache.get(key);
	const svg = known ?? withLinks(draw({ option, height }, width), option, `c${key.slice(0, 12)}`);
	// Map keeps the order of insertion: the first key is the one that was not asked for the longest.
	cache.delete(key);
	cache.set(key, svg);
	const [oldest] = cache.keys();
	if (cache.size > cacheSize && oldest !== undefined) cache.delete(oldest);
	return svg;
}

function draw({ option, height }: Drawable, width: number): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
	try {
		chart.setOption(option);
		return chart.renderToSVGString({ useViewBox: true });
	} finally {
		// An undisposed chart keeps the process alive for ten minutes.
		chart.dispose();
	}
}

const mark =
	/<path [^>]*ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)" ecmeta_ssr_type="chart"(?! ecmeta_silent)[^>]*><\/path>/g;

/** Makes marks links, and drops what only ECharts' own scripts would use; `id` keeps clip paths of charts apart. */
function withLinks(svg: string, option: ChartSpec['option'], id: string): string {
	const series = [option.series ?? []].flat() as readonly { readonly data?: readonly unknown[] }[];
	return svg
		.replace(mark, (path, seriesIndex: string, dataIndex: string) => {
			const datum = series[Number(seriesIndex)]?.data?.[Number(dataIndex)] as Datum | null | undefined;
			if (!datum?.href) return path;
			return `<a href="${escape(datum.href)}" tabindex="-1"><title>${escape(hintText(datum))}</title>${path}</a>`;
		})
		.replace(/ (ecmeta_\w+|class)="[^"]*"/g, '')
		.replace(/<style >[\s\S]*?<\/style>\s*/, '')
		.replace(/\bzr\d+-/g, `${id}-`);
}

function hintText({ hint }: Datum): string {
	if (!hint) return '';
	return [hint.title, ...hint.rows.map(([name, value]) => (name ? `${name}: ${value}` : value))].join('\n');
}

function escape(text: string): string {
	return text.replace(
		/[&<>"]/g,
		(character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character
	);
}
