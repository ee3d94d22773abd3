import { describe, expect, it } from 'vitest';
import { readChinese } from './chinese-terms.ts';
import { createEnglishReader } from './english-terms.ts';

const readEnglish = createEnglishReader();

describe('English terms', () => {
	it.each([
		['called my mother', 'was calling our wife'.replace('was ', '')],
		['they threatened to sue me', 'he threatens to sue us'],
		["they won't stop calling", 'they will not stop calling'],
		["I did n't know", "I don't know"],
		['20 times a day', 'nine times a day'],
		['called at 6 am', 'calls at 11:30 p.m.']
	])('%j reads as %j', (one, other) => {
		expect(readEnglish(one.toLowerCase()).terms).toEqual(readEnglish(other.toLowerCase()).terms);
	});

	it.each([
		['called at 6 am', 'called at 10 am'],
		['twenty times', '2 times'],
		['polite', 'police'],
		['arrest', 'arrears'],
		['report to 12378', 'report to 12345'],
		['called my mother', 'called your mother']
	])('%j is not %j', (one, other) => {
		expect(readEnglish(one).terms).not.toEqual(readEnglish(other).terms);
	});

	it('knows where each term stands', () => {
		const { terms, starts, ends } = readEnglish("i can't pay. stop");
		expect(terms).toEqual(['i', 'can', 'not', 'pai', '.', 'stop']);
		expect([starts[2], ends[2]]).toEqual([2, 7]);
		expect([starts[5], ends[5]]).toEqual([13, 17]);
	});
});

describe('Chinese terms', () => {
	it.each([
		['打给我老婆', '打给我父母'],
		['骂了我们', '骂我'],
		['打给我姐', '打给我朋友'],
		['一天打二十多个电话', '一天打8个电话'],
		['早上六点打来', '晚上十一点半打来'],
		['凌晨2点', '半夜一点多']
	])('%j reads as %j', (one, other) => {
		expect(readChinese(one).terms).toEqual(readChinese(other).terms);
	});

	it.each([
		['早上六点', '早上十点'],
		['晚上十点', '晚上九点'],
		['打一次', '打十次'],
		['打12378', '打12345']
	])('%j is not %j', (one, other) => {
		expect(readChinese(one).terms).not.toEqual(readChinese(other).terms);
	});

	it('knows where each term stands', () => {
		const { terms, starts, ends } = readChinese('打了我爸12次。');
		expect(terms).toEqual(['打', '我', 'relative', '#', '次', '.']);
		expect([starts[2], ends[2], starts[3], ends[3]]).toEqual([3, 4, 4, 6]);
	});
});
