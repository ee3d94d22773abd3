import { expect, test } from 'vitest';
import { groupTerms } from './group-terms.ts';

const records = [
	...[1, 2, 3, 4].map((id) => ({
		text: `They sent a drone over my house ${'again '.repeat(id)}`,
		templateId: `d${id}`
	})),
	...[1, 2, 3].map((id) => ({
		text: `收到一个二维码，要我扫码付款${'，快'.repeat(id)}`,
		templateId: `q${id}`
	}))
];

test('terms of the same records are one group, led by the strongest', () => {
	const groups = groupTerms(
		[{ term: 'drone' }, { term: '二维码' }, { term: 'house' }, { term: '扫码' }],
		records,
		0.5
	);
	expect(groups.map(({ terms }) => terms.map(({ term }) => term))).toEqual([
		['drone', 'house'],
		['二维码', '扫码']
	]);
	expect(groups.map(({ templateIds }) => templateIds)).toEqual([
		['d1', 'd2', 'd3', 'd4'],
		['q1', 'q2', 'q3']
	]);
});

test('copies of one text are one record', () => {
	const copies = Array.from({ length: 9 }, () => ({ text: 'A drone again', templateId: 'd1' }));
	expect(groupTerms([{ term: 'drone' }], copies, 0.5)[0]?.templateIds).toEqual(['d1']);
});

test('no terms, no groups', () => {
	expect(groupTerms([], records, 0.5)).toEqual([]);
});
