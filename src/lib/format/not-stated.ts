import type { Locale } from '#core/domain/vocabulary.ts';

const words: Readonly<Record<Locale, string>> = { en: 'not stated', 'zh-CN': '未注明' };

/** What a source left empty, in words: an empty cell would look like a mistake. */
export function formatStated(text: string | null, locale: Locale): string {
	return text === null || text === '' ? words[locale] : text;
}
