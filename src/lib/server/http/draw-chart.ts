import type { RequestEvent } from '@sveltejs/kit';
import { renderChart, type ChartPlace } from '../app/render-chart.ts';

type Drawable = Parameters<typeof renderChart>[0];

/**
 * Draws a chart for the first paint. The page's data only hold a mark for each drawing, which {@link fillDrawings}
 * replaces in the HTML: the browser draws for itself and need not be sent every picture twice.
 */
export function drawChart<Spec extends Drawable>(
	{ locals }: Pick<RequestEvent, 'locals'>,
	spec: Spec,
	place: ChartPlace = 'part'
) {
	const { wide, middle, narrow } = renderChart(spec, place);
	const mark = (svg: string) => {
		locals.drawings.push(svg);
		return `<!--drawing ${locals.drawings.length - 1}-->`;
	};
	return { spec, svg: { wide: mark(wide), middle: mark(middle), narrow: mark(narrow), place } };
}

export function fillDrawings(html: string, drawings: readonly string[]): string {
	return html.replace(/<!--drawing (\d+)-->/g, (_, at: string) => drawings[Number(at)] ?? '');
}
