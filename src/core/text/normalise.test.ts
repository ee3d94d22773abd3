import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalise', () => {
	it.each([
		['CALLED Me', 'called me'],
		['don’t “stop”', `don't "stop"`],
		['Ｃａｌｌ　１２３', 'call 123'],
		['騷擾電話', '骚扰电话'],
		['什么', '什么'],
		['佢哋打嚟', '他们打来'],
		['骂\u200b\ufeff我', '骂我'],
		['ﬁne', 'fine'],
		['cafe\u0301', 'café'],
		['', '']
	])('%j becomes %j', (raw, text) => {
		expect(normalise(raw).text).toBe(text);
	});

	it('finds the raw characters behind a normalised span', () => {
		const raw = '他\u200b們 ﬁＮＥ 騷擾我';
		const { text, toRawSpan } = normalise(raw);
		const spanOf = (part: string) => {
			const { start, end } = toRawSpan(text.indexOf(part), text.indexOf(part) + part.length);
			return raw.slice(start, end);
		};
		expect(spanOf('骚扰')).toBe('騷擾');
		expect(spanOf('他')).toBe('他');
		expect(spanOf('他们')).toBe('他\u200b們');
		expect(spanOf('f')).toBe('ﬁ');
		expect(spanOf('ne')).toBe('ＮＥ');
	});

	const anyText = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc
			.array(
				fc.constantFrom('骂', '騷', 'Ａ', 'ﬁ', '\u200b', 'e\u0301', '\u0301', '½', ' ', 'Z', '𠮶', '，', 'が')
			)
			.map((all) => all.join(''))
	);

	it('maps offsets in order, from the first raw character to the last', () => {
		fc.assert(
			fc.property(anyText, (raw) => {
				const { text, toRaw } = normalise(raw);
				const offsets = Array.from({ length: text.length + 1 }, (_, offset) => toRaw(offset));
				expect(offsets.every((offset, index) => index === 0 || offset >= (offsets[index - 1] ?? 0))).toBe(
					true
				);
				expect(offsets.at(-1)).toBe(raw.length);
			})
		);
	});

	it('maps each span to a raw substring that normalises to it', () => {
		fc.assert(
			fc.property(anyText, fc.nat(), fc.nat(), (raw, a, b) => {
				const { text, toRawSpan } = normalise(raw);
				const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
				const { start, end } = toRawSpan(from, to);
				expect(start).toBeLessThanOrEqual(end);
				expect(normalise(raw.slice(start, end)).text).toContain(text.slice(from, to));
			})
		);
	});
});
