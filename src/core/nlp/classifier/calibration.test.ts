import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, probabilityOf, type Calibration, type Outcome } from './calibration.ts';

/** In a text that tells of conduct as likely as not. */
function probabilityAt(made: Calibration, score: number, length: number): number {
	return probabilityOf(made, { score, length, conduct: 0 });
}

/** As many at each score as come true there with the odds given. */
function outcomes(oddsAt: (score: number, length: number) => number): readonly Outcome[] {
	return [-3, -2, -1, 0, 1, 2].flatMap((score) =>
		[200, 1000, 3000].flatMap((length) => {
			const share = 1 / (1 + Math.exp(-oddsAt(score, length)));
			return Array.from({ length: 100 }, (_, index) => ({
				score,
				length,
				conduct: 0,
				isTrue: index < 100 * share
			}));
		})
	);
}

describe('calibrate', () => {
	it('finds the odds that the outcomes were made with', () => {
		const made = calibrate(outcomes((score, length) => 0.5 + 0.8 * score - 0.4 * Math.log(length / 1000)));
		expect(made.bias).toBeCloseTo(0.5, 0);
		expect(made.score).toBeCloseTo(0.8, 1);
		expect(made.length).toBeCloseTo(-0.4, 1);
	});
	it('says how often such texts came true', () => {
		const made = calibrate(outcomes((score) => score - 1));
		expect(probabilityAt(made, 1, 1000)).toBeCloseTo(0.5, 1);
		expect(probabilityAt(made, -2, 1000)).toBeCloseTo(0.05, 1);
	});
	it('judges the shortest texts as those of a hundred characters', () => {
		const made = calibrate(outcomes((score, length) => score - Math.log(length / 1000)));
		expect(probabilityAt(made, 0, 3)).toBe(probabilityAt(made, 0, 100));
		expect(probabilityAt(made, 0, 3000)).toBeLessThan(probabilityAt(made, 0, 100));
	});
	it('learns that a theme is likelier where a text tells of conduct, and asks nothing of it where it was not learnt', () => {
		const made = calibrate([
			...outcomes((score) => score - 2),
			...outcomes((score) => score).map((each) => ({ ...each, conduct: 2 }))
		]);
		expect(made.conduct).toBeCloseTo(1, 1);
		const told = { score: 0, length: 1000, conduct: 2 };
		expect(probabilityOf(made, told)).toBeCloseTo(0.5, 1);
		expect(probabilityAt(made, 0, 1000)).toBeCloseTo(0.12, 1);
		expect(probabilityOf({ bias: 0, score: 1, length: 0 }, told)).toBe(0.5);
	});
	it('knows nothing without outcomes', () => {
		expect(probabilityAt(calibrate([]), 3, 500)).toBe(0.5);
	});
	it('gives a probability for any outcomes', () => {
		const outcome = fc.record({
			score: fc.double({ min: -20, max: 20, noNaN: true }),
			length: fc.nat(100_000),
			conduct: fc.double({ min: -20, max: 20, noNaN: true }),
			isTrue: fc.boolean()
		});
		fc.assert(
			fc.property(fc.array(outcome, { maxLength: 20 }), outcome, (all, signs) => {
				const probability = probabilityOf(calibrate(all), signs);
				expect(probability).toBeGreaterThanOrEqual(0);
				expect(probability).toBeLessThanOrEqual(1);
			}),
			{ numRuns: 20 }
		);
	});
});
