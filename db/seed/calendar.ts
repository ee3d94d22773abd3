import { addDays, addMonths } from '#core/domain/period.ts';
import { Random } from './random.ts';

/** A day of the demo. */
export interface CalendarDay {
	readonly day: string;
	/** 0 Sunday … 6 Saturday. */
	readonly weekday: number;
	/** How much is worked compared with an ordinary weekday at the start: growth, season, weekday, noise. */
	readonly workload: number;
}
export interface CalendarMonth {
	/** YYYY-MM */
	readonly month: string;
	/** 0 for the first month of the demo. */
	readonly number: number;
	readonly days: readonly CalendarDay[];
}

/** By month of the year: quiet around the spring festival, busy before the year's end. */
const season = [0.98, 0.92, 1, 1.01, 1, 1.01, 0.99, 1, 1.01, 0.99, 1.03, 1.05];
const yearlyGrowth = 1.06;
const weekdayWork = [0.28, 1.02, 1.03, 1.02, 1, 0.98, 0.72];

function dayOf(day: string, elapsedDays: number, noise: number): CalendarDay {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	const growth = yearlyGrowth ** (elapsedDays / 365);
	const workload = growth * season[Number(day.slice(5, 7)) - 1]! * weekdayWork[weekday]! * noise;
	return { day, weekday, workload };
}

/** The `months` months that end with `lastMonth`, oldest first. */
export function layOutCalendar(lastMonth: string, months: number, seed: number): readonly CalendarMonth[] {
	const random = new Random(seed, 'calendar');
	const calendar: CalendarMonth[] = [];
	let elapsedDays = 0;
	for (let number = 0; number < months; number++) {
		const first = addMonths(`${lastMonth}-01`, number + 1 - months);
		const next = addMonths(first, 1);
		const days: CalendarDay[] = [];
		for (let day = first; day < next; day = addDays(day, 1))
			days.push(dayOf(day, elapsedDays++, random.factor(0.04)));
		calendar.push({ month: first.slice(0, 7), number, days });
	}
	return calendar;
}
