import { isDay } from '#core/domain/period.ts';

const written = [
	/^(\d{4})-(\d{2})-(\d{2})$/,
	/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
	/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/
];
/** A time without a zone, as cells of workbooks and exports of databases have it behind the day. */
const timeBehind = /(?<=[\d日号])[T ]\s*(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/;

/**
 * Reads 2026-03-05, 2026/3/5 and 2026年3月5日 as YYYY-MM-DD, a time of day behind them left out; null for anything else, for days that do not exist and
 * for years before 1900 or after 2099, which are slips of the hand.
 */
export function readDay(text: string): string | null {
	const day = text.replace(timeBehind, '');
	const match = written.map((form) => form.exec(day)).find((found) => found !== null);
	return match ? toDay(match[1]!, match[2]!, match[3]!) : null;
}

/** Reads the American 03/05/2026 that older downloads of the CFPB have. Only for sources known to write it. */
export function readAmericanDay(text: string): string | null {
	const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
	return match ? toDay(match[3]!, match[1]!, match[2]!) : null;
}

function toDay(year: string, month: string, date: string): string | null {
	const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	return isDay(day) && day >= '1900' && day < '2100' ? day : null;
}
