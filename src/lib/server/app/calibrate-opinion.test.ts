import { describe, expect, it } from 'vitest';
import { anyConduct, probabilityOf, type Calibration } from '#core/nlp/classifier/calibration.ts';
import { calibrateFor, type Example } from './calibrate-opinion.ts';

const theme = 'abusive_language';

function anExample(is: boolean, more: Partial<Example> = {}): Example {
	return {
		text: 'a'.repeat(500),
		labels: new Set(is ? [theme, anyConduct] : []),
		ignored: new Set(),
		evidence: {},
		fold: 0,
		turn: 0,
		isFresh: false,
		isAsItCame: true,
		rules: new Map(),
		sure: new Set(),
		least: new Map(),
		seen: new Set(),
		scores: new Map([
			[theme, is ? 1 : -2],
			[anyConduct, is ? 1 : -2]
		]),
		...more
	};
}
function byRules(...ids: readonly string[]): Partial<Example> {
	return { rules: new Map([[theme, ids]]), seen: new Set([theme]) };
}
function many(count: number, make: (index: number) => Example): readonly Example[] {
	return Array.from({ length: count }, (_, index) => make(index));
}
/** Of a theme in a text that looks like those that hold it. */
function likelihood(calibration: Calibration): number {
	return probabilityOf(calibration, { score: 1, length: 500, conduct: 1 });
}

describe('calibrateFor', () => {
	const others = many(100, () => anExample(false));
	const fresh = many(20, () => anExample(false, { isFresh: true }));

	it('learns what rules miss where each rule was right about too few other texts to be expected of a new one', () => {
		const narrow = many(60, (index) => anExample(true, byRules(`rule ${Math.floor(index / 3)}`)));
		expect(likelihood(calibrateFor([theme], [...fresh, ...others, ...narrow]).named)).toBeGreaterThan(0.8);
		const wide = many(60, (index) => anExample(true, byRules(`rule ${Math.floor(index / 4)}`)));
		expect(likelihood(calibrateFor([theme], [...fresh, ...others, ...wide]).named)).toBeLessThan(0.6);
	});
	it('asks texts that somebody wrote for a theme nothing of how common it is', () => {
		const written = many(60, () => anExample(true, { isAsItCame: false }));
		const calibrations = calibrateFor([theme], [...fresh, ...others, ...written]);
		expect(calibrations).toEqual(calibrateFor([theme], [...fresh, ...others]));
	});
	it('learns from fresh texts alone what a find of a rule is worth', () => {
		const right = many(60, (index) => anExample(true, { ...byRules('rule'), fold: index % 2 }));
		const wrong = many(20, () =>
			anExample(false, { ...byRules('rule'), isFresh: true, scores: new Map([[theme, 1]]) })
		);
		const found = (examples: readonly Example[]) => likelihood(calibrateFor([theme], examples).found);
		expect(found([...right, ...others, ...wrong])).toBeLessThan(0.2);
		expect(found([...right, ...others])).toBeGreaterThan(0.5);
	});
	it('leaves near-misses out', () => {
		const near = many(60, () => anExample(false, { ignored: new Set([theme]) }));
		expect(calibrateFor([theme], [...fresh, ...others, ...near])).toEqual(
			calibrateFor([theme], [...fresh, ...others])
		);
	});
});
