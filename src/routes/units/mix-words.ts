import type { Locale } from '#core/domain/vocabulary.ts';
import type { MixField, MixRow } from '#core/domain/case-mix.ts';
import { formatStated } from '#lib/format/not-stated.ts';
import { formatDecimal } from '#lib/format/numbers.ts';
import { labelOf } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';

export function mixLabel(field: MixField, value: string, locale: Locale): string {
	if (value === '') return formatStated(null, locale);
	return field === 'product' ? formatStated(value, locale) : labelOf(field, value);
}

/** +12 points, −3 points. */
export function mixPoints({ share, shareOfAll }: MixRow, locale: Locale): string {
	const points = Math.round((share - shareOfAll) * 100);
	return m.themes_mix_points({ points: `${points > 0 ? '+' : ''}${formatDecimal(points, locale, 0)}` });
}

/**
 * What the unit's work would bring anybody, per contact, over the mean of all the units: above 1 the work is harder.
 * Null where there is nothing to expect.
 */
export function difficultyOf(
	{ expected, connected }: { readonly expected: number; readonly connected: number },
	all: readonly { readonly expected: number; readonly connected: number }[]
): number | null {
	const sum = (of: 'expected' | 'connected') => all.reduce((total, unit) => total + unit[of], 0);
	const mean = sum('expected') / sum('connected');
	return connected > 0 && mean > 0 ? expected / connected / mean : null;
}
