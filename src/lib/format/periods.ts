import { addDays, dayIn, writePeriod, type Period } from '#core/domain/period.ts';
import type { Locale } from '#core/domain/vocabulary.ts';

/** Month names: “Sep”, where British English would say “Sept”. */
const monthName = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

/** Year, month and day of YYYY-MM-DD or YYYY-MM, as far as they are there, without leading zeros. */
function parts(day: string): { readonly year: string; readonly month: number; readonly date: number } {
	const [year = '', month = '', date = ''] = day.split('-');
	return { year, month: Number(month), date: Number(date) };
}
function english(month: number): string {
	return monthName.format(Date.UTC(2024, month - 1, 1));
}

/** 5 Oct 2026 · 2026年10月5日 */
export function formatDay(day: string, locale: Locale): string {
	const { year, month, date } = parts(day);
	return locale === 'zh-CN' ? `${year}年${month}月${date}日` : `${date} ${english(month)} ${year}`;
}

/** Instant (ISO text) in a time zone: 5 Oct 2026, 14:03 · 2026年10月5日 14:03 */
export function formatInstant(instant: string, timeZone: string, locale: Locale): string {
	const at = new Date(instant);
	const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
	return `${formatDay(dayIn(timeZone, at), locale)}${locale === 'zh-CN' ? ' ' : ', '}${time}`;
}

/** Name of a period by its key: Oct 2026 · Q4 2026 · Week 41, 2026 · 5 Oct 2026 · 2026. */
export function formatPeriodKey(key: string, locale: Locale): string {
	const isChinese = locale === 'zh-CN';
	const [, year = '', mark = '', number = ''] = /^(\d{4})(?:-([QW])?(\d{1,2}))?$/.exec(key) ?? [];
	if (!year) return formatDay(key, locale);
	if (!number) return isChinese ? `${year}年` : year;
	const count = Number(number);
	if (mark === 'Q') return isChinese ? `${year}年第${count}季度` : `Q${count} ${year}`;
	if (mark === 'W') return isChinese ? `${year}年第${count}周` : `Week ${count}, ${year}`;
	return isChinese ? `${year}年${count}月` : `${english(count)} ${year}`;
}

/** The same without its year, for an axis: Oct · Q4 · W41 · 5 Oct. A year stays as it is. */
export function formatTick(key: string, locale: Locale): string {
	const isChinese = locale === 'zh-CN';
	const [year = '', rest = '', date] = key.split('-');
	if (!rest) return year;
	const count = Number(rest.replace(/^[QW]/, ''));
	if (rest.startsWith('Q')) return isChinese ? `${count}季度` : `Q${count}`;
	if (rest.startsWith('W')) return isChinese ? `${count}周` : `W${count}`;
	if (date) return isChinese ? `${count}/${Number(date)}` : `${Number(date)} ${english(count)}`;
	return isChinese ? `${count}月` : english(count);
}

/** Name of any period: Oct 2026 · Aug – Oct 2026 · 28 Sep – 4 Oct 2026 · 2026年8月–10月. */
export function formatPeriod(period: Period, locale: Locale): string {
	const [first = '', last] = writePeriod(period).split('..');
	if (last === undefined) return formatPeriodKey(first, locale);
	return locale === 'zh-CN' ? chineseRange(first, last) : englishRange(first, last);
}

function englishRange(first: string, last: string): string {
	const from = parts(first);
	const to = parts(last);
	const end = formatPeriodKey(last, 'en');
	if (from.year !== to.year) return `${formatPeriodKey(first, 'en')} – ${end}`;
	const date = from.date ? `${from.date} ` : '';
	const start = date && from.month === to.month ? date.trim() : `${date}${english(from.month)}`;
	return `${start} – ${end}`;
}

function chineseRange(first: string, last: string): string {
	const from = parts(first);
	const to = parts(last);
	const start = formatPeriodKey(first, 'zh-CN');
	if (from.year !== to.year) return `${start}–${formatPeriodKey(last, 'zh-CN')}`;
	const month = to.date && from.month === to.month ? '' : `${to.month}月`;
	return `${start}–${month}${to.date ? `${to.date}日` : ''}`;
}

/** Last day of a period, which itself names the day after: for “data to 31 Oct 2026”. */
export function lastDayOf({ to }: Period): string {
	return addDays(to, -1);
}
