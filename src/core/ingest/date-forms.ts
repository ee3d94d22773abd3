import { isDay } from '#core/domain/period.ts';
import type { DateOrder } from '#core/domain/mapping.ts';

/** The first day of Excel's serial numbers, which count a 29 February 1900 that never was. */
const excelEpoch = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;
/** 1 January 1982 to 31 December 2099: other numbers are slips of the hand, or no dates. */
const serials = { least: 29_952, most: 73_050 };

const yearFirst = /^(\d{4})(?:[-/.年]\s?)(\d{1,2})(?:[-/.月]\s?)(\d{1,2})[日号]?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const withMonthName = /^(?:(\d{1,2})[ -]([a-z]{3,9})\.?|([a-z]{3,9})\.? (\d{1,2})),?[ -](\d{4})$/i;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
/** A clock time after the day, which a day does not need. */
const clock = /[T\s]+(?:上午|下午)?\s*\d{1,2}[:：时]\d{1,2}.*$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a day in the forms that files have: 2026-03-05, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日, 5 March 2026, an Excel
 * serial number (46086), each with or without a clock time, and 05/03/2026 in the stated order. An instant with a zone
 * (ISO 8601) is the day it falls on in `timeZone` (IANA name). Gives YYYY-MM-DD, or null for anything else, for days that
 * do not exist and for years before 1900 or after 2099.
 */
export function readAnyDay(text: string, order: DateOrder, timeZone: string): string | null {
	const written = text.normalize('NFKC').trim();
	if (instant.test(written)) return dayOf(written, timeZone);
	const day = written.replace(clock, '');
	const serial = /^\d{5}(?:\.\d+)?$/.test(day) ? Number(day) : NaN;
	if (serial >= serials.least && Math.floor(serial) <= serials.most)
		return new Date(excelEpoch + Math.floor(serial) * dayMs).toISOString().slice(0, 10);
	const first = yearFirst.exec(day) ?? compact.exec(day);
	if (first) return toDay(first[1]!, first[2]!, first[3]!);
	const last = yearLast.exec(day);
	if (last && order !== 'year-first')
		return order === 'day-first' ? toDay(last[3]!, last[2]!, last[1]!) : toDay(last[3]!, last[1]!, last[2]!);
	const named = withMonthName.exec(day);
	if (!named) return null;
	const month = months.indexOf((named[2] ?? named[3] ?? '').slice(0, 3).toLowerCase()) + 1;
	return month === 0 ? null : toDay(named[5]!, String(month), named[1] ?? named[4]!);
}

/** Could the text be a day whose order has to be stated? */
export function isOrderOpen(text: string): boolean {
	return yearLast.test(text.normalize('NFKC').trim().replace(clock, ''));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayOf(written: string, timeZone: string): string | null {
	const time = Date.parse(written);
	if (Number.isNaN(time)) return null;
	const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
	formats.set(timeZone, format);
	const day = format.format(time);
	return isDay(day) ? day : null;
}

function toDay(year: string, month: string, date: string): string | null {
	const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	return isDay(day) && day >= '1900' && day < '2100' ? day : null;
}
