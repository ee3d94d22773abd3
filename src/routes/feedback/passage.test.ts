import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageOf } from './passage.ts';

const shown = (text: string, hits: readonly string[], size: number) =>
	passageOf(
		text,
		hits.flatMap((hit) =>
			[...text.matchAll(new RegExp(hit, 'g'))].map(({ index }) => ({ start: index, end: index + hit.length }))
		),
		[],
		size
	)
		.parts.map((part) => (part.isHit ? `[${part.text}]` : part.text))
		.join('');

describe('passageOf', () => {
	it('shows the place with the most hits, with whole words', () => {
		const text = `They call. ${'Nothing of note happens here. '.repeat(10)}They call my mother and call my office. ${'The end. '.repeat(30)}`;
		const passage = shown(text, ['call', 'mother'], 90);
		expect(passage).toContain('They [call] my [mother] and [call] my office.');
		expect(passage).toMatch(/^…\S/);
		expect(
			passage
				.replace(/[[\]…]/g, '')
				.split(' ')
				.every((word) => text.includes(word))
		).toBe(true);
	});

	it('shows a short text whole', () => {
		expect(shown('催收员骚扰我', ['骚扰'], 90)).toBe('催收员[骚扰]我');
	});

	it('marks what it shows of hits and evidence, and invents no text', () => {
		const stretches = fc.array(
			fc
				.record({ start: fc.nat(300), length: fc.integer({ min: 1, max: 9 }) })
				.map(({ start, length }) => ({ start, end: start + length }))
		);
		const aText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '催', '𠀀', '\n'), maxLength: 300 });
		fc.assert(
			fc.property(
				aText,
				stretches,
				stretches,
				fc.integer({ min: 20, max: 120 }),
				(text, hits, evidence, size) => {
					const inText = hits.filter(({ end }) => end <= text.length).sort((a, b) => a.start - b.start);
					const { parts } = passageOf(text, inText, evidence, size);
					const plain = parts
						.map((part) => part.text)
						.join('')
						.replace(/^…|…$/g, '');
					expect(text.replace(/\s+/g, ' ')).toContain(plain.replace(/\s+/g, ' ').trim());
					if (inText.length > 0) expect(parts.some(({ isHit }) => isHit)).toBe(true);
				}
			)
		);
	});
});
