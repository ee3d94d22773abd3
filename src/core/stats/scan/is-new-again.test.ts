import { expect, test } from 'vitest';
import type { CriticalFigures, TrendFigures } from '#core/domain/signal.ts';
import { isNewAgain } from './is-new-again.ts';

const figures = (observed: number, expected: number): TrendFigures => ({
	kind: 'trend',
	leftOut: [],
	observed,
	expected,
	rules: ['outside'],
	month: '2026-06',
	rate: 0.01,
	limit: 0.009,
	center: 0.004,
	sigmaZ: 1,
	baseline: { from: '2024-01-01', to: '2026-01-01' }
});
const closed = { figures: figures(20, 10), seenAsOf: '2026-06-30' };

test('the same again is not new', () => {
	expect(isNewAgain(closed, figures(20, 10), '2026-07-31')).toBe(false);
	expect(isNewAgain(closed, figures(24, 10), '2026-07-31')).toBe(false);
});

test('clearly worse is new: 1.5 times the ratio, and by more than chance', () => {
	expect(isNewAgain(closed, figures(40, 10), '2026-07-31')).toBe(true);
	expect(isNewAgain(closed, figures(28, 10), '2026-07-31')).toBe(false);
	expect(isNewAgain({ ...closed, figures: figures(2, 1) }, figures(4, 1), '2026-07-31')).toBe(false);
});

test('back after three months without being found is new', () => {
	expect(isNewAgain(closed, figures(20, 10), '2026-09-29')).toBe(false);
	expect(isNewAgain(closed, figures(20, 10), '2026-09-30')).toBe(true);
});

test('a single case is never new again', () => {
	const single: CriticalFigures = {
		kind: 'critical',
		feedbackId: 1,
		urgency: 'U0',
		themes: [],
		observed: 1,
		expected: null
	};
	expect(
		isNewAgain({ figures: single, seenAsOf: '2025-01-01' }, { ...single, observed: 9 }, '2026-09-30')
	).toBe(false);
});
