import type { Locale } from '#core/domain/vocabulary.ts';
import { getLocale } from './paraglide/runtime.js';

/** Language of the page being made (on the server) or shown (in the browser). */
export function pageLocale(): Locale {
	return getLocale();
}

/** BCP 47 tag for the `lang` of a borrower's text; null where it is unknown or mixed. */
export function langOfText(language: string): string | null {
	return language === 'en' || language === 'zh-Hans' || language === 'zh-Hant' ? language : null;
}
