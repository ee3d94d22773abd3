import { isDay } from '#core/domain/period.ts';
import type { DateOrder } from '#core/domain/mapping.ts';
import { readAnyDay } from './date-forms.ts';
import { remember } from './remember.ts';

const plain = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/;
const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const compact = /^(\d{8})(\d{2})(\d{2})(\d{2})$/;
const written =
	/^(.*?)(?:T|\s+|(?<=[日号]))(上午|下午)?\s*(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})?(?:\.\d+)?)?秒?\s*([ap]m)?$/i;
const serial = /^(\d{5})\.(\d+)$/;
const daySeconds = 86_400;

/**
 * Reads a day with a clock time: 2026-03-05 18:04, 2026/3/5 6:04:10 pm, 2026年3月5日 下午6:04, 20260305180400, an Excel serial
 * (46086.75), each day in the forms of {@link readAnyDay}, and ISO 8601 with a zone. Gives `YYYY-MM-DDTHH:MM:SS` where no
 * zone is stated, an instant in UTC where one is, and null for anything else.
 */
export function readClockTime(text: string, order: DateOrder = 'year-first'): string | null {
	const quick = plain.exec(text);
	if (quick) return join(quick[1]!, `${quick[2]!}${quick[3] ?? ':00'}`);
	const cell = text.normalize('NFKC').trim();
	if (zoned.test(cell)) {
		const time = Date.parse(cell.replace(' ', 'T'));
		return Number.isNaN(time) ? null : new Date(time).toISOString();
	}
	const packed = compact.exec(cell);
	if (packed) return onDay(readAnyDay(packed[1]!, order, 'UTC'), packed[2]!, packed[3]!, packed[4]!);
	const days = serial.exec(cell);
	if (days) {
		const second = Math.min(Math.round(Number(`0.${days[2]!}`) * daySeconds), daySeconds - 1);
		const clock = new Date(second * 1000).toISOString().slice(11, 19);
		const day = readAnyDay(days[1]!, order, 'UTC');
		return day === null ? null : join(day, clock);
	}
	const found = written.exec(cell);
	if (!found) return null;
	const half = (found[2] ?? found[6] ?? '').toLowerCase();
	const hour = Number(found[3]);
	if (half !== '' && (hour < 1 || hour > 12)) return null;
	const isAfternoon = half === 'pm' || half === '下午';
	const hours = half === '' ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
	return onDay(readAnyDay(found[1]!, order, 'UTC'), String(hours), found[4]!, found[5] ?? '0');
}

function onDay(day: string | null, hours: string, minutes: string, seconds: string): string | null {
	const clock = [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
	return day === null ? null : join(day, clock);
}

function join(day: string, clock: string): string | null {
	const isTime = clock < '24' && clock.slice(3, 5) < '60' && clock.slice(6, 8) < '60';
	return isTime && isUsualDay(day) ? `${day}T${clock}` : null;
}

const isUsualDay = remember((day) => isDay(day) && day >= '1900' && day < '2100');

/** An instant, and where it falls on a clock. */
export interface PlacedTime {
	/** UTC, ISO 8601. */
	readonly at: string;
	/** YYYY-MM-DD on that clock. */
	readonly day: string;
	/** Of the day, from 0. */
	readonly minute: number;
}

export type Clock = (time: string) => PlacedTime;

const quarterMs = 900_000;

/**
 * Places what {@link readClockTime} gives in `timeZone` (IANA name). A time that a clock shows twice is the first of
 * the two; one that it skips is the one as much later.
 */
export function createClock(timeZone: string): Clock {
	const format = new Intl.DateTimeFormat('en-CA', { timeZone, timeZoneName: 'longOffset' });
	const offsets = new Map<number, number>();
	/** In ms, east of Greenwich; offsets change on a quarter of an hour only. */
	const offsetAt = (time: number): number => {
		const quarter = Math.floor(time / quarterMs);
		const known = offsets.get(quarter);
		if (known !== undefined) return known;
		const [, sign, hours, minutes] =
			/GMT([+-])(\d{2}):(\d{2})/.exec(format.format(quarter * quarterMs)) ?? [];
		const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
		if (offsets.size > 100_000) offsets.clear();
		offsets.set(quarter, offset);
		return offset;
	};
	return (written) => {
		const isInstant = written.endsWith('Z');
		let time = Date.parse(isInstant ? written : `${written}Z`);
		if (!isInstant) {
			const offset = offsetAt(time - offsetAt(time - daySeconds * 1000));
			time -= offset;
			// What is written is what the clock shows, but for a time that it skips.
			if (offsetAt(time) === offset)
				return { at: new Date(time).toISOString(), day: written.slice(0, 10), minute: minuteIn(written) };
		}
		const shown = new Date(time + offsetAt(time)).toISOString();
		return {
			at: new Date(time).toISOString(),
			day: shown.slice(0, 10),
			minute: minuteIn(shown)
		};
	};
}

function minuteIn(shown: string): number {
	return Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));
}
