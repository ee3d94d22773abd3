import { localesOf, type ReportLanguage } from '#core/domain/report-choice.ts';
import { inLocale, type Bilingual, type Locale } from '#core/domain/vocabulary.ts';

/** Words in the language of the report; in a bilingual one the English first, once where both are the same. */
export function say(text: Bilingual, language: ReportLanguage): string {
	return [...new Set(sayLines(text, language))].join(' ');
}

/** One line a language. */
export function sayLines(text: Bilingual, language: ReportLanguage): readonly string[] {
	return localesOf(language).map((locale) => inLocale(text, locale));
}

/** Numbers and dates are written as in the first language. */
export function numberLocale(language: ReportLanguage): Locale {
	return language === 'zh' ? 'zh-CN' : 'en';
}
