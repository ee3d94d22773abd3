import { describe, expect, it } from 'vitest';
import { judgeSafety, safetyTheme, type Judged } from './safety-net.ts';

function anExample(is: boolean, score: number, more: Partial<Judged> = {}): Judged {
	return {
		text: '',
		labels: new Set(is ? [safetyTheme] : []),
		ignored: new Set(),
		rules: new Map(),
		seen: new Set(),
		scores: new Map([[safetyTheme, score]]),
		...more
	};
}
/** As likely as the score says: from about −0.4 on likely enough. */
const named = { bias: 0, score: 1, length: 0 };
const byRule = { rules: new Map([[safetyTheme, ['a rule']]]), seen: new Set([safetyTheme]) };
const calm = Array.from({ length: 350 }, () => anExample(false, -9));

describe('the net for suicidal statements', () => {
	it('names what the classifier is sure of, right or in vain', () => {
		const found = judgeSafety(
			[...calm, anExample(false, 1), anExample(true, 0.2), anExample(true, -3)],
			named
		);
		expect(found).toEqual({
			texts: 2,
			byRules: 0,
			byEither: 1,
			others: 351,
			falseByRules: 0,
			falseByEither: 1
		});
	});
	it('adds to the rules, and leaves to them what they have seen and not counted', () => {
		const denied = anExample(false, 3, { seen: new Set([safetyTheme]) });
		const found = judgeSafety([...calm, anExample(true, -9, byRule), anExample(true, 5), denied], named);
		expect(found).toMatchObject({ texts: 2, byRules: 1, byEither: 2, falseByRules: 0, falseByEither: 0 });
	});
	it('asks nothing of texts whose label nobody gave', () => {
		const unknown = anExample(false, 9, { ignored: new Set([safetyTheme]) });
		expect(judgeSafety([...calm, unknown, unknown], named)).toMatchObject({ others: 350, falseByEither: 0 });
	});
});
