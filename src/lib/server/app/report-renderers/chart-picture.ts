import type { ChartSpec, LegendItem } from '#lib/charts/spec.ts';
import { renderAt } from '../render-chart.ts';

/** The light scheme of src/app.css, for pictures outside a page; a test compares the two. */
export const lightColours: Readonly<Record<string, string>> = {
	ink: '#1c2024',
	muted: '#5a6068',
	line: '#e3e4e0',
	edge: '#868b92',
	card: '#ffffff',
	accent: '#0b5fa5',
	'accent-soft': '#e7f0f8',
	bad: '#b42318',
	good: '#17714a',
	'series-1': '#0b5fa5',
	'series-2': '#a84e00',
	'series-3': '#2b9f93',
	'series-4': '#611b50',
	'series-5': '#a08500',
	'series-6': '#8579ea',
	'series-other': '#e6e8ea'
};

/** The chart with colours of its own instead of a page's, in one typeface. */
export function chartPicture(spec: ChartSpec, width: number, font: string): string {
	const textStyle = { ...(spec.option.textStyle as object), fontFamily: font };
	return resolveColours(renderAt({ ...spec, option: { ...spec.option, textStyle } }, width))
		.replace(/<a [^>]*>(?:<title>[\s\S]*?<\/title>)?/g, '')
		.replaceAll('</a>', '');
}

function resolveColours(svg: string): string {
	return svg.replace(/var\(--([\w-]+)\)/g, (_, name: string) => lightColours[name] ?? '#000000');
}

const shapes: Readonly<Record<LegendItem['shape'], (colour: string) => string>> = {
	box: (colour) => `<rect x="0" y="1" width="10" height="8" fill="${colour}"/>`,
	outline: (colour) => `<rect x="0.5" y="1.5" width="9" height="7" fill="none" stroke="${colour}"/>`,
	line: (colour) => `<path d="M0 5H10" stroke="${colour}" stroke-width="1.5"/>`,
	dash: (colour) => `<path d="M0 5H4M6 5H10" stroke="${colour}" stroke-width="1.5"/>`,
	dot: (colour) => `<circle cx="5" cy="5" r="3.5" fill="${colour}"/>`,
	ring: (colour) => `<circle cx="5" cy="5" r="3" fill="#ffffff" stroke="${colour}" stroke-width="1.5"/>`,
	diamond: (colour) => `<path d="M5 0L10 5L5 10L0 5Z" fill="${colour}"/>`,
	whisker: (colour) => `<path d="M5 0V10" stroke="${colour}" stroke-width="1.5"/>`
};

/** One mark of the legend, 10 by 10. */
export function legendMark({ shape, colour }: LegendItem): string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${resolveColours(shapes[shape](colour))}</svg>`;
}
