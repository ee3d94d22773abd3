import { inLocale, type Locale } from '#core/domain/vocabulary.ts';
import { knownValues } from './known-values.ts';

const words: Readonly<Record<Locale, string>> = { en: 'not stated', 'zh-CN': '未注明' };

/** A value as a source spells it, by its name where we know one; what a source left empty, in words. */
export function formatStated(text: string | null, locale: Locale): string {
	if (text === null || text === '') return words[locale];
	const known = Object.hasOwn(knownValues, text) ? knownValues[text] : undefined;
	return known ? inLocale(known, locale) : text;
}
