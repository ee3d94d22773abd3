import { expect, test } from 'vitest';
import { progressLine } from './progress-line.ts';

test('with a total there is a bar and the time left at the pace so far', () => {
	expect(progressLine(5000, { total: 20_000, elapsedMs: 2500 })).toBe(
		'[######..................] 5,000 of 20,000 rows · 2,000 rows a second · 8 s left'
	);
});

test('without a total, rows and pace; a continued import counts its own rows only', () => {
	expect(progressLine(5000, { total: null, elapsedMs: 1000, startedAtRow: 4000 })).toBe(
		'5,000 rows · 1,000 rows a second'
	);
});

test('the bar never runs over its end', () => {
	expect(progressLine(30, { total: 20, elapsedMs: 1000 })).toContain(`[${'#'.repeat(24)}]`);
});
