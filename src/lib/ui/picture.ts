import type { LegendItem } from '#lib/charts/spec.ts';

export interface PictureInput {
	/** The chart's own drawing, an `<svg>` element as text. */
	readonly drawing: string;
	readonly width: number;
	readonly height: number;
	readonly title: string;
	readonly sub: string;
	readonly legend: readonly LegendItem[];
	/** Under the drawing: where it is from, and that it is simulated. */
	readonly notes: readonly string[];
	/** Value of a CSS variable, `--ink`: a file has no style sheet. */
	readonly colourOf: (name: string) => string;
}

const edge = 16;
const line = 16;
/** Roughly, at 11 px: Chinese characters are as wide as high. */
const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (character > '⺀' ? 11 : 6), 0);
const fonts =
	'ui-sans-serif, system-ui, Segoe UI, Noto Sans, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif';

/** A chart as a file that stands alone: title, legend, drawing and origin on a ground of their own. */
export function pictureOf(input: PictureInput): {
	readonly svg: string;
	readonly width: number;
	readonly height: number;
} {
	const { drawing, title, sub, legend, notes, colourOf } = input;
	const width = Math.round(input.width) + 2 * edge;
	const rows = placeLegend(legend, width - 2 * edge);
	const legendTop = sub ? 58 : 42;
	const legendRows = legend.length > 0 ? Math.max(...rows.map(({ row }) => row)) + 1 : 0;
	const drawingTop = legendTop + legendRows * line;
	const notesTop = drawingTop + input.height + 20;
	const height = Math.round(notesTop + notes.length * line);
	const inner = drawing.replace(/^<svg\b[^>]*>/, (tag) => placed(tag, input, drawingTop));
	const svg = [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}">`,
		`<rect width="${width}" height="${height}" fill="var(--card)"/>`,
		textAt(edge, 26, title, 'font-size="15" font-weight="600" fill="var(--ink)"'),
		sub ? textAt(edge, 44, sub, 'font-size="12" fill="var(--muted)"') : '',
		...rows.map(({ item, x, row }) => legendAt(item, edge + x, legendTop + row * line)),
		inner,
		...notes.map((note, at) =>
			textAt(edge, notesTop + at * line, note, 'font-size="11" fill="var(--muted)"')
		),
		'</svg>'
	].join('');
	return { svg: svg.replace(/var\((--[\w-]+)\)/g, (_, name: string) => colourOf(name)), width, height };
}

function placed(tag: string, { width, height }: PictureInput, top: number): string {
	const viewBox = /viewBox="[^"]*"/.exec(tag)?.[0] ?? `viewBox="0 0 ${width} ${height}"`;
	return `<svg x="${edge}" y="${top}" width="${width}" height="${height}" ${viewBox} xmlns:xlink="http://www.w3.org/1999/xlink">`;
}

function placeLegend(legend: readonly LegendItem[], most: number) {
	let x = 0;
	let row = 0;
	return legend.map((item) => {
		const width = widthOf(item.label) + 38;
		if (x > 0 && x + width > most) {
			x = 0;
			row += 1;
		}
		const place = { item, x, row };
		x += width;
		return place;
	});
}

function legendAt({ label, shape, colour }: LegendItem, x: number, y: number): string {
	const isFlat = shape === 'line' || shape === 'dash' || shape === 'dot' || shape === 'whisker';
	const dash = shape === 'dash' ? ' stroke-dasharray="4 3"' : '';
	const swatch = isFlat
		? `<path d="${shape === 'whisker' ? `M${x + 7} ${y - 9}v10` : `M${x} ${y - 4}h14`}" stroke="${colour}" stroke-width="2"${dash}/>`
		: shape === 'diamond'
			? `<path d="M${x + 7} ${y - 9}l5 5l-5 5l-5 -5z" fill="${colour}"/>`
			: shape === 'ring'
				? `<circle cx="${x + 7}" cy="${y - 4}" r="4" fill="var(--card)" stroke="${colour}" stroke-width="1.75"/>`
				: `<rect x="${x + 2}" y="${y - 9}" width="10" height="10" rx="2" fill="${colour}" stroke="var(--edge)" stroke-width="${shape === 'outline' ? 1 : 0}"/>`;
	return swatch + textAt(x + 19, y, label, 'font-size="11" fill="var(--muted)"');
}

function textAt(x: number, y: number, text: string, attributes: string): string {
	return `<text x="${x}" y="${y}" ${attributes}>${escape(text)}</text>`;
}

function escape(text: string): string {
	return text.replace(
		/[&<>"]/g,
		(character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character
	);
}
