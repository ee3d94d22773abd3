import { EarshotError } from './errors.ts';

export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];

/** Half-open range of days in the tenant's time zone, YYYY-MM-DD. */
export interface Period {
	readonly from: string;
	/** Exclusive. */
	readonly to: string;
}

const dayMs = 86_400_000;
const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const ms = (day: string) => Date.parse(`${day}T00:00:00Z`);

export function isDay(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(ms(text)) && toDay(ms(text)) === text;
}
export function addDays(day: string, days: number): string {
	return toDay(ms(day) + days * dayMs);
}
/** Days since 1 January 1970. */
export function dayNumber(day: string): number {
	return ms(day) / dayMs;
}
/** Days in a period. */
export function lengthOf({ from, to }: Period): number {
	return Math.round((ms(to) - ms(from)) / dayMs);
}
/** First day of the month `months` after the one that holds `day`. */
export function addMonths(day: string, months: number): string {
	const date = new Date(ms(day));
	return toDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

/** Key of the period that holds `day`: 2026-10-05 · 2026-W41 (ISO 8601 week) · 2026-10 · 2026-Q4 · 2026. */
export function periodKey(day: string, grain: Grain): string {
	if (grain === 'day') return day;
	if (grain === 'month') return day.slice(0, 7);
	if (grain === 'year') return day.slice(0, 4);
	if (grain === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
	const date = new Date(ms(day));
	const weekday = (date.getUTCDay() + 6) % 7;
	const thursday = new Date(date.getTime() + (3 - weekday) * dayMs);
	const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
	const week = 1 + Math.floor((thursday.getTime() - firstOfYear) / dayMs / 7);
	return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

function startOfIsoWeek(year: number, week: number): string {
	const january4 = Date.UTC(year, 0, 4);
	const weekday = (new Date(january4).getUTCDay() + 6) % 7;
	return toDay(january4 + (week - 1) * 7 * dayMs - weekday * dayMs);
}

function single(text: string): Period | undefined {
	const week = /^(\d{4})-W(\d{2})$/.exec(text);
	if (week) {
		const from = startOfIsoWeek(Number(week[1]), Number(week[2]));
		return periodKey(from, 'week') === text ? { from, to: addDays(from, 7) } : undefined;
	}
	const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
	if (quarter) {
		const from = `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
		return { from, to: addMonths(from, 3) };
	}
	if (/^\d{4}$/.test(text)) return { from: `${text}-01-01`, to: `${Number(text) + 1}-01-01` };
	if (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`))
		return { from: `${text}-01`, to: addMonths(`${text}-01`, 1) };
	if (isDay(text)) return { from: text, to: addDays(text, 1) };
	return undefined;
}

/** Reads 2026 · 2026-Q3 · 2026-10 · 2026-W41 · 2026-10-05 · A..B (both included). Undefined when it is none of them. */
export function parsePeriod(text: string): Period | undefined {
	const [first = '', last, ...more] = text.split('..');
	const from = single(first);
	if (last === undefined) return from;
	const to = single(last);
	return from && to && more.length === 0 && from.from < to.to ? { from: from.from, to: to.to } : undefined;
}

/** As {@link parsePeriod}, for callers who know that the text is right. Throws `bad-input` otherwise. */
export function periodOf(text: string): Period {
	const period = parsePeriod(text);
	if (period) return period;
	throw new EarshotError(
		'bad-input',
		`“${text}” is not a period. Write 2026, 2026-Q3, 2026-10, 2026-W41, 2026-10-05 or two of them joined by “..”.`
	);
}

/** The shortest text that {@link parsePeriod} reads back as the same period. */
export function writePeriod(period: Period): string {
	const last = addDays(period.to, -1);
	for (const grain of ['year', 'quarter', 'month', 'week', 'day'] as const) {
		const key = periodKey(period.from, grain);
		const whole = single(key);
		if (whole?.from === period.from && whole.to === period.to) return key;
	}
	const wholeMonths = period.from.endsWith('-01') && period.to.endsWith('-01');
	return wholeMonths ? `${period.from.slice(0, 7)}..${last.slice(0, 7)}` : `${period.from}..${last}`;
}

/** The period just before, of the same length: whole months go back by months, others by days. */
export function previousPeriod(period: Period): Period {
	if (period.from.endsWith('-01') && period.to.endsWith('-01')) {
		const months =
			(Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4))) * 12 +
			Number(period.to.slice(5, 7)) -
			Number(period.from.slice(5, 7));
		return { from: addMonths(period.from, -months), to: period.from };
	}
	return { from: addDays(period.from, -lengthOf(period)), to: period.from };
}

/** The same days a year earlier; 29 February has 28 February there. */
export function yearBefore({ from, to }: Period): Period {
	const back = (day: string) => {
		const year = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
		return isDay(year) ? year : addDays(day, -366);
	};
	return { from: back(from), to: back(to) };
}

/** Keys of all periods of a grain that overlap `period`, oldest first: gaps in data still have their place. */
export function periodKeys(period: Period, grain: Grain): readonly string[] {
	const keys: string[] = [];
	for (let day = period.from; day < period.to;) {
		const key = periodKey(day, grain);
		keys.push(key);
		day = periodOf(key).to;
	}
	return keys;
}

/** Is the whole of the period named by `key` inside `period`, and over by `dataTo` (exclusive)? */
export function isComplete(key: string, period: Period, dataTo: string): boolean {
	const whole = periodOf(key);
	return whole.from >= period.from && whole.to <= period.to && whole.to <= dataTo;
}

/** Day of an instant in a time zone (IANA name). */
export function dayIn(timeZone: string, instant: Date): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}
