import { expect, test } from 'vitest';
import { judgeWeek } from './judge-weeks.ts';

const steady = (weeks: number, count = 3) => Array.from({ length: weeks }, () => count);
const contacts = (weeks: number, each = 1000) => Array.from({ length: weeks }, () => each);

test('with less than two years the weeks before are the baseline', () => {
	const counts = [...steady(20), 14];
	expect(judgeWeek(counts, contacts(21), 20)).toMatchObject({ method: 'ears', isAlarm: true });
	expect(judgeWeek([...steady(20), 5], contacts(21), 20)).toMatchObject({ method: 'ears', isAlarm: false });
});

test('with two years and more the season before is', () => {
	const counts = [...steady(119), 15];
	expect(judgeWeek(counts, contacts(120), 119)).toMatchObject({ method: 'farrington', isAlarm: true });
	expect(judgeWeek([...steady(119), 6], contacts(120), 119)).toMatchObject({ isAlarm: false });
});

test('a high season is no alarm when it comes every year', () => {
	const counts = Array.from({ length: 120 }, (_, week) => (Math.abs((week % 52) - 14) <= 4 ? 15 : 3));
	expect(judgeWeek(counts, contacts(120), 118)).toMatchObject({ method: 'farrington', isAlarm: false });
});

test('more contacts explain more feedback', () => {
	for (const weeks of [21, 120]) {
		const counts = [...steady(weeks - 1), 15];
		const more = [...contacts(weeks - 1), 5000];
		expect(judgeWeek(counts, contacts(weeks), weeks - 1)?.isAlarm).toBe(true);
		expect(judgeWeek(counts, more, weeks - 1)?.isAlarm).toBe(false);
	}
});

test('fewer than five in four weeks say nothing, and neither does a week before there is a baseline', () => {
	expect(judgeWeek([...steady(20, 0), 4], contacts(21), 20)).toBeNull();
	expect(judgeWeek([...steady(20, 0), 5], contacts(21), 20)).not.toBeNull();
	expect(judgeWeek([3, 3, 3, 20], contacts(4), 3)).toBeNull();
});
