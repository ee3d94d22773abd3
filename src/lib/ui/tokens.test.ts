import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, '../../app.css'), 'utf8');

function readTokens(block: string | undefined): Readonly<Record<string, string>> {
	return Object.fromEntries(
		[...(block ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])
	);
}
function block(selector: string): Readonly<Record<string, string>> {
	const at = css.indexOf(`${selector} {`);
	return readTokens(at < 0 ? undefined : css.slice(at, css.indexOf('}', at)));
}
const light = block(':root,\n.light');
const bySystem = block(":root:not([data-appearance='light'])");
const byChoice = block(":root[data-appearance='dark']");
const schemes = { light, dark: { ...light, ...bySystem } };

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

test('dark is the same dark, chosen or by the system, and names nothing that light does not', () => {
	expect(byChoice).toEqual(bySystem);
	expect(Object.keys(bySystem).filter((name) => !(name in light))).toEqual([]);
	expect(Object.keys(light).length).toBeGreaterThan(25);
});

type Triple = readonly [number, number, number];

function linearOf(colour: string): Triple {
	const part = (place: number) => {
		const value = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [part(1), part(3), part(5)];
}
function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
	const [a = 0, b = 0, c = 0] = matrix.map(([p, q, r]) => p * x + q * y + r * z);
	return [a, b, c];
}
/** OKLab (Ottosson 2020) of linear sRGB. */
function labOf(linear: Triple): Triple {
	const cones = times(
		[
			[0.4122214708, 0.5363325363, 0.0514459929],
			[0.2119034982, 0.6806995451, 0.1073969566],
			[0.0883024619, 0.2817188376, 0.6299787005]
		],
		linear
	).map(Math.cbrt) as unknown as Triple;
	return times(
		[
			[0.2104542553, 0.793617785, -0.0040720468],
			[1.9779984951, -2.428592205, 0.4505937099],
			[0.0259040371, 0.7827717662, -0.808675766]
		],
		cones
	);
}
/** Full loss of one kind of cone, in linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const visions: Readonly<Record<string, readonly Triple[]>> = {
	'all cones': [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};
/** As the eye of that kind tells two colours apart: distance in OKLab × 100. */
function distance(one: string, other: string, vision: readonly Triple[]): number {
	const [a, b] = [one, other].map((colour) =>
		labOf(times(vision, linearOf(colour)).map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple)
	);
	return 100 * Math.hypot(...(a ?? []).map((part, at) => part - (b?.[at] ?? 0)));
}
const leastDistance = 8;

describe.each(Object.entries(visions))('with %s', (_name, vision) => {
	test.each(Object.entries(schemes))('no two series look alike, %s', (_scheme, tokens) => {
		const names = [1, 2, 3, 4, 5, 6].map((place) => `series-${place}`);
		const alike = names.flatMap((one, at) =>
			names
				.slice(at + 1)
				.map((other) => ({ one, other, far: distance(tokens[one] ?? '', tokens[other] ?? '', vision) }))
				.filter(({ far }) => !(far >= leastDistance))
		);
		expect(alike).toEqual([]);
	});
});
