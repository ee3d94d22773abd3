import type { Locale } from '#core/domain/vocabulary.ts';

/** Sentences as a paragraph: Chinese has no space after its full stop. */
export function joinSentences(sentences: readonly string[], locale: Locale): string {
	return sentences.join(locale === 'zh-CN' ? '' : ' ');
}
