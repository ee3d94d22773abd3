import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreLabels, type Judged } from './multilabel-score.ts';

function judged(expected: string, found: string, ignored = ''): Judged {
	return { expected: new Set(expected), found: new Set(found), ignored: new Set(ignored) };
}

describe('scoreLabels', () => {
	const texts = [judged('ab', 'a'), judged('a', 'ab'), judged('', 'b'), judged('', ''), judged('', 'c', 'c')];
	const score = scoreLabels(['a', 'b', 'c'], texts);

	it('counts hits, false hits and misses of each label', () => {
		expect(score.labels).toMatchObject([
			{ label: 'a', n: 2, hits: 2, falseHits: 0, misses: 0, f1: 1, precision: { value: 1 } },
			{ label: 'b', n: 1, hits: 0, falseHits: 2, misses: 1, f1: 0, precision: { value: 0 } },
			{ label: 'c', n: 0, hits: 0, falseHits: 0, misses: 0, f1: null, precision: null, recall: null }
		]);
	});
	it('sums them for micro, and averages over labels that occur for macro', () => {
		expect(score.micro).toMatchObject({ n: 3, hits: 2, falseHits: 2, misses: 1 });
		expect(score.micro.f1).toBeCloseTo(4 / 7);
		expect(score.macroF1).toBe(0.5);
	});
	it('a near-miss is no false flag', () => {
		expect(score).toMatchObject({ texts: 5, clean: 3, falselyFlagged: 1 });
		expect(score.falseFlagRate?.value).toBeCloseTo(1 / 3);
	});
	it('gives Wilson intervals', () => {
		expect(score.labels[0]?.recall?.low).toBeCloseTo(0.3424, 4);
		expect(score.labels[0]?.recall?.high).toBe(1);
	});
	it('of nothing it claims nothing', () => {
		expect(scoreLabels(['a'], [])).toMatchObject({ macroF1: null, falseFlagRate: null, micro: { f1: null } });
	});
	it('is perfect exactly when all that is expected is found and nothing else', () => {
		const labels = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'));
		fc.assert(
			fc.property(fc.array(fc.tuple(labels, labels), { minLength: 1 }), (pairs) => {
				const { micro, falselyFlagged } = scoreLabels(
					['a', 'b', 'c'],
					pairs.map(([expected, found]) => judged(expected.join(''), found.join('')))
				);
				const isSame = pairs.every(([a, b]) => a.sort().join('') === b.sort().join(''));
				expect(micro.falseHits + micro.misses === 0).toBe(isSame);
				if (isSame) expect(falselyFlagged).toBe(0);
			})
		);
	});
});
