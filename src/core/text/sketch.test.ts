import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsOf, leastLikeness, likenessOf, sketchOf, type Sketch } from './sketch.ts';

const campaign = (name: string, amount: string) =>
	`I am writing to complain about ${name}. They have reported an account of ${amount} that I do not recognise, and they have not sent me any proof that the debt is mine. Please delete it from my file at once and confirm in writing.`;
const chinese = (name: string) =>
	`本人${name}在贵司借款，因疫情失业暂时无力偿还，多次协商未果，催收人员每天拨打我家人电话，严重影响正常生活，请求停止骚扰并给予分期。`;
const must = (text: string): Sketch => sketchOf(text) ?? expect.fail('too short');
const share = (one: string, other: string) => likenessOf(must(one), must(other));

describe('sketchOf', () => {
	test('copies of a template are alike, whatever was filled in', () => {
		expect(share(campaign('«name»', '$500.00'), campaign('«name 2»', '$1,200'))).toBe(1);
		expect(share(campaign('Acme', '$500'), campaign('Other Bank', '$12'))).toBeGreaterThan(leastLikeness);
		expect(share(chinese('«name»'), chinese('王某'))).toBeGreaterThan(leastLikeness);
	});
	test('traditional and simplified script of one text are alike', () => {
		expect(
			share(
				'催收人員每天打電話給我的家人和同事說我欠錢不還',
				'催收人员每天打电话给我的家人和同事说我欠钱不还'
			)
		).toBe(1);
	});
	test('two complaints about the same thing are not', () => {
		const other =
			'Acme keeps calling my mother about an account that is not mine. I asked for proof and they never sent any. I want them to stop and to remove this from my report as soon as possible, thank you.';
		expect(share(campaign('Acme', '$500'), other)).toBeLessThan(0.2);
	});
	test('a short text has none', () => {
		expect(sketchOf('This is not my debt.')).toBeNull();
		expect(sketchOf('')).toBeNull();
		expect(sketchOf('催收太烦了')).toBeNull();
	});
	test('any text: the same sketch twice, and itself alike', () => {
		fc.assert(
			fc.property(fc.lorem({ mode: 'words', maxCount: 80 }), (text) => {
				const sketch = sketchOf(text);
				expect(sketchOf(text)).toEqual(sketch);
				if (sketch) expect(likenessOf(sketch, sketch)).toBe(1);
			})
		);
		fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void sketchOf(text)));
	});
	test('the likeness is near the share of shingles in common', () => {
		const words = Array.from(
			{ length: 400 },
			(_, index) =>
				`w${String.fromCharCode(97 + (index % 26))}${'abcdefghij'[index % 10]}${'klmnop'[index % 6]}`
		);
		const first = words.slice(0, 300).join(' ');
		const second = words.slice(100, 400).join(' ');
		expect(Math.abs(share(first, second) - 0.5)).toBeLessThan(0.35);
	});
});

describe('bandsOf', () => {
	test('copies share a band, others do not', () => {
		const bands = new Set(bandsOf(must(campaign('Acme', '$500'))));
		expect(bands.size).toBe(5);
		expect(bandsOf(must(campaign('Other Bank', '$12'))).some((band) => bands.has(band))).toBe(true);
		expect(bandsOf(must(chinese('王某'))).some((band) => bands.has(band))).toBe(false);
	});
});
