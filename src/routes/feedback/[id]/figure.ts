import type { Quantity } from '#core/domain/tag.ts';
import { formatDecimal } from '#lib/format/numbers.ts';
import { pageLocale } from '#lib/i18n/locale.ts';
import * as m from '#lib/i18n/paraglide/messages.js';

type Count = (inputs: { shown: string; count: number }) => string;

const perUnit: Readonly<Record<string, Count>> = {
	minute: m.figure_per_minute,
	hour: m.figure_per_hour,
	day: m.figure_per_day,
	week: m.figure_per_week,
	month: m.figure_per_month,
	year: m.figure_per_year
};
const lasting: Readonly<Record<string, Count>> = {
	minute: m.figure_minutes,
	hour: m.figure_hours,
	day: m.figure_days,
	week: m.figure_weeks,
	month: m.figure_months,
	year: m.figure_years
};

/** “15 a day”, “22:40”, “3 weeks”: what the borrower's words amount to. */
export function figureOf({ kind, value, per }: Quantity): string {
	if (kind === 'time') return clockOf(value);
	const inputs = {
		shown: formatDecimal(value, pageLocale(), Number.isInteger(value) ? 0 : undefined),
		count: value
	};
	if (per === undefined) return m.figure_count(inputs);
	const write = (kind === 'count' ? perUnit : lasting)[per];
	return write?.(inputs) ?? inputs.shown;
}

/** Minutes since midnight as 22:40. */
export function clockOf(minutes: number): string {
	const hours = Math.floor(minutes / 60) % 24;
	return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
