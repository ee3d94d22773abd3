import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, '../../app.css'), 'utf8');

function readTokens(block: string | undefined): Readonly<Record<string, string>> {
	return Object.fromEntries(
		[...(block ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])
	);
}
const [light, dark] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) => readTokens(block));
const schemes = { light: light ?? {}, dark: { ...light, ...dark } };

/** Relative luminance and contrast by WCAG 2.2. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((place) => Number.parseInt(colour.slice(place, place + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
	const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dim + 0.05);
}

const text: readonly [string, readonly string[]][] = [
	['ink', ['bg', 'card', 'sunken', 'mark', 'accent-soft']],
	['muted', ['bg', 'card', 'sunken']],
	['accent', ['bg', 'card', 'accent-soft']],
	['on-accent', ['accent']],
	['bad', ['card', 'bad-soft']],
	['good', ['card', 'good-soft']],
	['warn', ['bg', 'warn-soft']],
	['card', ['bad']]
];
const marks = [
	'edge',
	'accent',
	'bad',
	'good',
	'severity-1',
	'severity-2',
	'severity-3',
	'severity-4',
	'series-1',
	'series-2',
	'series-3',
	'series-4',
	'series-5',
	'series-6'
];

describe.each(Object.entries(schemes))('%s scheme', (_name, tokens) => {
	const between = (one: string, other: string) => contrast(tokens[one] ?? '', tokens[other] ?? '');

	test('text reads at 4.5 : 1 on every ground it stands on', () => {
		const weak = text.flatMap(([ink, grounds]) =>
			grounds.filter((ground) => !(between(ink, ground) >= 4.5)).map((ground) => `${ink} on ${ground}`)
		);
		expect(weak).toEqual([]);
	});

	test('marks and edges of controls stand out at 3 : 1', () => {
		expect(marks.filter((mark) => !(between(mark, 'card') >= 3))).toEqual([]);
		expect(between('edge', 'bg')).toBeGreaterThanOrEqual(3);
	});
});
