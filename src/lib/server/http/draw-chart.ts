import type { RequestEvent } from '@sveltejs/kit';
import { renderChart } from '../app/render-chart.ts';

type Drawable = Parameters<typeof renderChart>[0];

/**
 * Draws a chart for the first paint. The page's data only hold a mark for each drawing, which {@link fillDrawings}
 * replaces in the HTML: the browser draws for itself and need not be sent every picture twice.
 */
export function drawChart<Spec extends Drawable>({ locals }: Pick<RequestEvent, 'locals'>, spec: Spec) {
	const { wide, narrow } = renderChart(spec);
	const mark = (svg: string) => {
		locals.drawings.push(svg);
		return `<!--drawing ${locals.drawings.length - 1}-->`;
	};
	return { spec, svg: { wide: mark(wide), narrow: mark(narrow) } };
}

export function fillDrawings(html: string, drawings: readonly string[]): string {
	return html.replace(/<!--drawing (\d+)-->/g, (_, at: string) => drawings[Number(at)] ?? '');
}
