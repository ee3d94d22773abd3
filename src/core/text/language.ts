import type { Language } from '../domain/vocabulary.ts';
import { scriptOf } from './traditional.ts';

/** Tokens that masking or the source put in (“[PHONE]”, “XXXX”): no language. */
const placeholders = /\[[A-Z]+\]|\bX{2,}(?:[/-]X{2,})*\b/g;
const latinWord = /[\p{Script=Latin}][\p{Script=Latin}'’]*/gu;
const otherScript =
	/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Devanagari}]/gu;
const common = new Set(
	`a an and are as at be been but by call called can did do does for from get had has have he her him his how i if
	in is it me my no not of on or our pay please she so than thank thanks that the their them they this to told us
	very was we were what when who why will with would you your`.split(/\s+/)
);
/** In a text of this many Latin words or fewer, no function word is needed to take it for English. */
const shortText = 4;

/**
 * The language rules are chosen by. `none`: nothing to read · `mixed`: English and Chinese passages beside each
 * other (single borrowed words do not count) · `other`: anything else.
 */
export function detectLanguage(text: string): Language {
	const plain = text.replace(placeholders, ' ');
	const { han, traditional, simplified } = countHan(plain);
	const words = plain.match(latinWord) ?? [];
	const foreign = plain.match(otherScript)?.length ?? 0;
	if (han + words.length + foreign === 0) return 'none';
	if (foreign > han + words.length) return 'other';
	const english = isEnglish(words) ? words.length : 0;
	if (han >= 4 && english > shortText && english * 6 > han && han * 2 > english) return 'mixed';
	if (han * 2 > words.length) return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
	return english > 0 ? 'en' : 'other';
}

function isEnglish(words: readonly string[]): boolean {
	const known = words.filter((word) => common.has(word.toLowerCase())).length;
	const accented = words.filter((word) => /[^\0-\x7f’]/.test(word)).length;
	if (accented * 4 > words.length) return false;
	return words.length <= shortText ? words.length > 0 : known * 8 >= words.length;
}

function countHan(text: string): { han: number; traditional: number; simplified: number } {
	const counts = { han: 0, traditional: 0, simplified: 0 };
	for (const character of text) {
		if (character < '\u3400' || character > '\u9fff') continue;
		counts.han++;
		const script = scriptOf(character);
		if (script) counts[script]++;
	}
	return counts;
}
