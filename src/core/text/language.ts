import type { Language } from '../domain/vocabulary.ts';
import { placeholderPattern } from './placeholder.ts';
import { scriptOf } from './traditional.ts';

/** What the source put in for personal data (“XXXX”, “XX/XX/2019”): no language, and neither are our placeholders. */
const redacted = /\bX{2,}(?:[/-](?:X{2,}|\d{4}))*\b/g;
const latinWord = /[\p{Script=Latin}][\p{Script=Latin}'’]*/gu;
const otherScript =
	/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/gu;
const english =
	wordSet(`a about after all also am an and any are as at back be because been before being but by call
	called calling calls can can't cannot could day debt did didn't do does doesn't don't each even ever every for from
	get getting got had has have he her him his how i i'm i've if in into is it it's just know like loan make me money
	more my never no not now of off on one only or our out over paid pay payment phone please rude said say she should so
	some still stop than thank thanks that that's the their them then there they they're this threatened time to told
	until up us very want was we were what when where which while who why will with without won't work would you your`);
/** Function words of Spanish, Portuguese, French, Tagalog, Indonesian and Malay, Vietnamese, Hindi, Swahili, German. */
const foreign =
	wordSet(`el la los las un una unos de del al y que en es por para con sin se su sus mi mis lo le les nos
	amenazan todos dejan día días pero muy como ya cuando porque deuda hola gracias llaman llamando dinero trabajo amenaza familia um uma os do da dos
	das e não nao com meu minha por eu ele eles mas muito dívida je il elle nous vous ils mon ma mes est et les des du au
	pas pour avec ne suis dette merci bonjour ang ng mga sa ko ako ka mo niya nila kami kayo ay na pa po naman lang hindi
	wala din rin yung kasi nang utang tawag tinatawagan bayad si ni kay yang dan di ke dari saya anda kamu mereka tidak
	nggak gak ini itu untuk dengan akan sudah belum karena pada juga hutang pinjaman penagih tagih teror keluarga telepon terus terima kasih banyak orang teman kantor setiap hari
	tôi toi họ cua của và cho không khong là các những nhung một mot người nguoi gọi goi điện dien nợ tiền tien mẹ me hai
	hain ka ki ke ko se mein mujhe mera meri mere aap kya nahi nahin kar raha rahe rahi karo bhai paisa paise karte karta
	log ghar wala wale na ni ya wa kwa mimi nina deni ich und der die das ist nicht mein mich sie ein eine zu den rufen jeden tag`);
/** Words both sides write: they tell nothing apart. */
for (const word of 'no me do a an i is on in so to us or at am in'.split(' ')) foreign.delete(word);
/** In a text of this many Latin words or fewer, no function word is needed to take it for English. */
const shortText = 4;

/**
 * The language rules are chosen by. `none`: nothing to read · `mixed`: English and Chinese passages beside each
 * other (single borrowed words do not count) · `other`: anything else.
 */
export function detectLanguage(text: string): Language {
	const plain = text.replace(placeholderPattern(), ' ').replace(redacted, ' ');
	const { han, traditional, simplified } = countHan(plain);
	const words = (plain.match(latinWord) ?? []).map((word) => word.toLowerCase().replace('’', "'"));
	const others = plain.match(otherScript)?.length ?? 0;
	if (han + words.length + others === 0) return 'none';
	if (others > 0 && others * 4 > han + words.length) return 'other';
	const englishWords = isEnglish(words) ? words.length : 0;
	if (han >= 4 && englishWords > shortText && englishWords * 6 > han && han * 2 > englishWords)
		return 'mixed';
	if (han * 2 > words.length) return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
	return englishWords > 0 ? 'en' : 'other';
}

function isEnglish(words: readonly string[]): boolean {
	const known = words.filter((word) => english.has(word)).length;
	const strange = words.filter((word) => foreign.has(word) || /[^\0-\x7f]/.test(word)).length;
	if (strange > known || strange * 3 > words.length) return false;
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

function wordSet(list: string): Set<string> {
	return new Set(list.split(/\s+/));
}
