import { expect, test } from 'vitest';
import { pictureOf, type PictureInput } from './picture.ts';

const input: PictureInput = {
	drawing:
		'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" class="a"><path fill="var(--accent)"/></svg>',
	width: 300,
	height: 100,
	title: 'Rate <by month>',
	sub: 'per 1,000 contacts',
	legend: [
		{ label: 'mean', shape: 'dash', colour: 'var(--muted)' },
		{ label: '自然波动范围与其他很长的说明文字甲乙丙丁', shape: 'box', colour: 'var(--accent-soft)' }
	],
	notes: ['http://127.0.0.1/?period=2026-10#rate', 'Simulated organisation'],
	colourOf: (name) => `rgb(${name.length} 0 0)`
};

test('a saved chart stands alone: no variable of a style sheet is left, and text is escaped', () => {
	const { svg } = pictureOf(input);
	expect(svg).not.toContain('var(');
	expect(svg).toContain('<path fill="rgb(8 0 0)"/>');
	expect(svg).toContain('Rate &lt;by month&gt;');
});

test('it says what it shows and where it is from, under the drawing', () => {
	const { svg, height } = pictureOf(input);
	const topOf = (text: string) => Number(new RegExp(`y="([\\d.]+)"[^>]*>${text}`).exec(svg)?.[1]);
	const drawing = Number(/<svg x="16" y="(\d+)"/.exec(svg)?.[1]);
	expect(topOf('per 1,000 contacts')).toBeLessThan(drawing);
	expect(topOf('Simulated organisation')).toBeGreaterThan(drawing + input.height);
	expect(topOf('Simulated organisation')).toBeLessThan(height);
});

test('a legend that does not fit goes on in a further row, which moves the drawing down', () => {
	const rowOf = (one: PictureInput) => Number(/<svg x="16" y="(\d+)"/.exec(pictureOf(one).svg)?.[1]);
	expect(rowOf(input)).toBeGreaterThan(rowOf({ ...input, width: 900 }));
	expect(rowOf({ ...input, legend: [] })).toBeLessThan(rowOf({ ...input, width: 900 }));
});
