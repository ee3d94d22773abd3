import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses, splitSentences, type Segment } from './segment.ts';

const cut = (text: string, segments: readonly Segment[]) =>
	segments.map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
	it.each([
		['They called. I hung up!  Why?', ['They called.', 'I hung up!', 'Why?']],
		['Mr. Lee called at 6 a.m. twice. I paid $3.50.', ['Mr. Lee called at 6 a.m. twice.', 'I paid $3.50.']],
		['他骂我。“不还就抓你！”我报警了', ['他骂我。', '“不还就抓你！”', '我报警了']],
		['first line\nsecond line', ['first line', 'second line']],
		['  ', []]
	])('%j', (text, sentences) => {
		expect(cut(text, splitSentences(text))).toEqual(sentences);
	});

	it('loses nothing but white space', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', '骂', '.', '。', '!', ' ', '\n', '”', ',') }),
				(text) => {
					expect(cut(text, splitSentences(text)).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
				}
			)
		);
	});
});

describe('splitClauses', () => {
	it.each([
		['没有骂人，但是一直打电话', ['没有骂人', '但是一直打电话']],
		['他没骂人 就是天天打～烦死了', ['他没骂人', '就是天天打', '烦死了']],
		['never rude, but they called (twice)', ['never rude', 'but they called', 'twice']]
	])('%j', (text, clauses) => {
		expect(cut(text, splitClauses(text))).toEqual(clauses);
	});
});
