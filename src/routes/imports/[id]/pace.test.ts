import { expect, test } from 'vitest';
import { paceOf } from './pace.ts';

test('rows a second since the first look, and the time the rest takes at that pace', () => {
	const pace = paceOf({ rows: 1000, at: 0 }, { rows: 5000, at: 2000 }, 15_000);
	expect(pace).toEqual({ rowsPerSecond: 2000, secondsLeft: 5 });
});

test('nothing is said too early, and no time left without a total or past it', () => {
	expect(paceOf({ rows: 0, at: 0 }, { rows: 900, at: 999 }, 1000)).toBeNull();
	expect(paceOf({ rows: 7, at: 0 }, { rows: 7, at: 5000 }, 1000)).toBeNull();
	expect(paceOf({ rows: 0, at: 0 }, { rows: 10, at: 1000 }, null)?.secondsLeft).toBeNull();
	expect(paceOf({ rows: 0, at: 0 }, { rows: 12, at: 1000 }, 10)?.secondsLeft).toBe(0);
});
