import type { Locale } from '#core/domain/vocabulary.ts';

/** Shown where a number cannot be given. */
export const absent = '–';
const minus = '\u2212';
const noBreakSpace = '\u00a0';

const formats = new Map<string, Intl.NumberFormat>();

/** Building an Intl format costs more than a hundred uses of it. */
function fixed(locale: Locale, digits: number): Intl.NumberFormat {
	const key = `${locale} ${digits}`;
	const known = formats.get(key);
	if (known) return known;
	const made = new Intl.NumberFormat(locale, {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
	formats.set(key, made);
	return made;
}

function withMinus(text: string): string {
	return text.replace('-', minus);
}

/** 1,214 */
export function formatCount(count: number | null, locale: Locale): string {
	return count === null ? absent : withMinus(fixed(locale, 0).format(count));
}

/** Digits after the point that leave a number at least two significant ones: 123 · 12.3 · 4.8 · 0.42 · 0.042. */
export function digitsFor(value: number): number {
	const size = Math.abs(value);
	if (size === 0 || size >= 100) return 0;
	return size >= 1 ? 1 : Math.min(4, 1 + Math.ceil(-Math.log10(size)));
}

/** 4.8 — with as many digits as the size of the number deserves, or `digits`. */
export function formatDecimal(value: number | null, locale: Locale, digits?: number): string {
	return value === null ? absent : withMinus(fixed(locale, digits ?? digitsFor(value)).format(value));
}

/** 4.2–5.4. `digits`: those of the value the interval belongs to. */
export function formatInterval(
	{ low, high }: { readonly low: number; readonly high: number },
	locale: Locale,
	digits: number = digitsFor(high)
): string {
	return `${formatDecimal(low, locale, digits)}–${formatDecimal(high, locale, digits)}`;
}

/** 0.912 as 91 % (en) or 91% (zh-CN). */
export function formatPercent(share: number | null, locale: Locale, digits = 0): string {
	return share === null ? absent : `${formatDecimal(share * 100, locale, digits)}${percentSign(locale)}`;
}

/** A relative change with its sign: 0.09 as +9 %, -0.08 as −8 %, what rounds to nothing as ±0 %. */
export function formatChange(relative: number | null, locale: Locale): string {
	if (relative === null) return absent;
	const percent = Math.round(relative * 100);
	const sign = percent > 0 ? '+' : percent < 0 ? minus : '±';
	return `${sign}${fixed(locale, 0).format(Math.abs(percent))}${percentSign(locale)}`;
}

/** p = 0.004 · p < 0.001 */
export function formatPValue(p: number, locale: Locale): string {
	if (p < 0.001) return `p < ${fixed(locale, 3).format(0.001)}`;
	return `p = ${fixed(locale, p < 0.1 ? 3 : 2).format(p)}`;
}

function percentSign(locale: Locale): string {
	return locale === 'zh-CN' ? '%' : `${noBreakSpace}%`;
}
