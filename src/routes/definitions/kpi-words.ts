import type { Kpi, KpiValue } from '#core/domain/kpi.ts';
import { missingData } from '#core/domain/missing-data.ts';
import { inLocale, type Locale } from '#core/domain/vocabulary.ts';
import { digitsFor, formatCount, formatDecimal, formatInterval } from '#lib/format/numbers.ts';
import * as m from '#lib/i18n/paraglide/messages.js';

/** “7.8 per 1,000 contacts”, or why there is none. */
export function valueOf(kpi: Kpi, value: KpiValue, locale: Locale): string {
	if (value.missing) return inLocale(missingData[value.missing].name, locale);
	const isCount = kpi.denominator === null && Number.isInteger(value.value ?? 0);
	return isCount ? formatCount(value.value, locale) : formatDecimal(value.value, locale);
}

export function intervalOf({ interval, value, isTooFew }: KpiValue, locale: Locale): string {
	if (isTooFew) return m.definitions_too_few();
	return interval && value !== null ? formatInterval(interval, locale, digitsFor(value)) : '';
}

/** The formula in words. */
export function formulaOf({ numerator, denominator }: Kpi, locale: Locale): string {
	const what = inLocale(numerator.what, locale);
	if (denominator === null) return what;
	const over = inLocale(denominator.what, locale);
	if (denominator.per === 1) return m.definitions_over({ numerator: what, denominator: over });
	return m.definitions_over_per({
		numerator: what,
		denominator: over,
		per: formatCount(denominator.per, locale)
	});
}
