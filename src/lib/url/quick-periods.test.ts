import { describe, expect, test } from 'vitest';
import { writePeriod } from '#core/domain/period.ts';
import { quickPeriods } from './quick-periods.ts';

function written(lastDay: string) {
	return Object.fromEntries(quickPeriods(lastDay).map(({ id, period }) => [id, writePeriod(period)]));
}

describe('quickPeriods', () => {
	test('inside a month, the last months are those before it', () => {
		expect(written('2026-10-12')).toEqual({
			latest_month: '2026-10',
			previous_month: '2026-09',
			last_3_months: '2026-Q3',
			last_12_months: '2025-10..2026-09',
			this_year: '2026'
		});
	});

	test('on the last day of a month, that month is complete', () => {
		expect(written('2026-12-31')).toMatchObject({
			latest_month: '2026-12',
			last_3_months: '2026-Q4',
			last_12_months: '2026'
		});
	});
});
