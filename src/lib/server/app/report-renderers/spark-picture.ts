import { sparkline } from '#lib/charts/sparkline.ts';
import { lightColours as colours } from './chart-picture.ts';

const box = { width: 140, height: 30 };

/** A word-sized line as a picture of its own. */
export function sparkPicture(values: readonly (number | null)[]): string {
	const { path, last } = sparkline(values, box);
	const dot = last ? `<circle cx="${last.x}" cy="${last.y}" r="2.5" fill="${colours.accent}"/>` : '';
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box.width} ${box.height}"><path d="${path}" fill="none" stroke="${colours.accent}" stroke-width="1.5"/>${dot}</svg>`;
}
