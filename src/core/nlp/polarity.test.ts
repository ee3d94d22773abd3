import { describe, expect, it } from 'vitest';
import type { PolarityPack } from '../domain/theme-pack.ts';
import { createPolarityReader } from './polarity.ts';

const english: PolarityPack = {
	language: 'en',
	negators: ['not', 'never', "didn't"],
	pseudoNegators: ['not only', 'did not stop'],
	window: 3,
	stops: ['but', '.', ','],
	hypothetical: ['will they', 'what if'],
	ownAct: ['I', 'I will'],
	threat: ['threatened to']
};
const chinese: PolarityPack = {
	language: 'zh',
	negators: ['没', '没有', '不是'],
	pseudoNegators: ['没完没了', '是不是'],
	window: 4,
	stops: ['但', '，'],
	hypothetical: ['会不会', '会…吗'],
	ownAct: ['我要'],
	threat: ['威胁要']
};

describe.each([
	[english, 'x'],
	[chinese, '骂']
])('in $language', (pack, hit) => {
	const polarityOf = createPolarityReader(pack);
	const cases: Record<string, readonly [string, string][]> = {
		en: [
			['they x', 'asserted'],
			['they never x', 'negated'],
			['knot x', 'asserted'],
			['they never called me at home to x', 'asserted'],
			['never rude, they x', 'asserted'],
			['they did not call but x', 'asserted'],
			['they not only x', 'asserted'],
			['they did not stop to x', 'asserted'],
			['will they x', 'hypothetical'],
			['will they pay. they x', 'asserted'],
			['they threatened to x', 'threatened'],
			['i will x', 'own_act'],
			['so i x', 'own_act'],
			['mini x', 'asserted'],
			['i said they x', 'asserted']
		],
		zh: [
			['他骂', 'asserted'],
			['他没有骂', 'negated'],
			['没有骗我，他骂', 'asserted'],
			['他没完没了骂', 'asserted'],
			['没有怎么样地骂', 'asserted'],
			['会不会骂', 'hypothetical'],
			['会骂我吗', 'hypothetical'],
			['会骂我', 'asserted'],
			['他威胁要骂', 'threatened'],
			['我要骂', 'own_act'],
			['他是不是骂', 'asserted']
		]
	};
	it.each(cases[pack.language] ?? [])('%s: %s', (text, polarity) => {
		const start = text.lastIndexOf(hit);
		expect(polarityOf(text, start, start + hit.length)).toBe(polarity);
	});
});
