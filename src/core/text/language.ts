import type { Language } from '../domain/vocabulary.ts';
import { placeholderPattern } from './placeholder.ts';
import { scriptOf } from './traditional.ts';
import { unitsOf } from './units.ts';
import { createWordTable, hashOn, noHash } from './word-table.ts';

/** What the source put in for personal data (“XXXX”, “XX/XX/2019”): no language, and neither are our placeholders. */
const redacted = /\bX{2,}(?:[/-](?:X{2,}|\d{4}))*\b/g;
const latinWord = /[\p{Script=Latin}][\p{Script=Latin}'’]*/gu;
const otherScript =
	/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/gu;
/** Anything but English letters, Chinese characters, and signs that belong to no script. */
const unusual = /[^\0-\x7f\xa0-\xa9\u2010-\u203f\u3000-\u3020\u3400-\u9fff\uff01-\uff20\ufffc]/;
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
	const unmasked = text.includes('«') ? text.replace(placeholderPattern(), ' ') : text;
	const plain = unmasked.includes('XX') ? unmasked.replace(redacted, ' ') : unmasked;
	const { han, traditional, simplified } = countHan(plain);
	const isSimple = !unusual.test(plain);
	const words = isSimple ? countSimpleWords(plain) : countWords(plain);
	const others = isSimple ? 0 : (plain.match(otherScript)?.length ?? 0);
	if (han + words.all + others === 0) return 'none';
	if (others > 0 && others * 4 > han + words.all) return 'other';
	const englishWords = isEnglish(words) ? words.all : 0;
	if (han >= 4 && englishWords > shortText && englishWords * 6 > han && han * 2 > englishWords)
		return 'mixed';
	if (han * 2 > words.all) return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
	return englishWords > 0 ? 'en' : 'other';
}

interface WordCounts {
	all: number;
	known: number;
	strange: number;
}

function isEnglish({ all, known, strange }: WordCounts): boolean {
	if (strange > known || strange * 3 > all) return false;
	return all <= shortText ? all > 0 : known * 8 >= all;
}

function countWords(text: string): WordCounts {
	const counts = { all: 0, known: 0, strange: 0 };
	for (const [written] of text.matchAll(latinWord)) addWord(counts, sidesOf(written));
	return counts;
}

/** The same for a text without unusual characters: nearly all texts, several times as fast. */
function countSimpleWords(text: string): WordCounts {
	const counts = { all: 0, known: 0, strange: 0 };
	const { length } = text;
	const units = unitsOf(text);
	for (let at = 0; at < length; at++) {
		if (!isLetter(units[at] as number)) continue;
		const start = at;
		let hash = noHash;
		let unit = units[at] as number;
		let isPlain = true;
		while (at < length && (isLetter(unit) || unit === 0x27 || unit === 0x2019)) {
			hash = hashOn(hash, unit | smallLetter);
			if (unit === 0x2019) isPlain = false;
			unit = units[++at] as number;
		}
		const sides = isPlain
			? Math.max(0, sidesByWord.get(units, start, at, hash, smallLetter))
			: sidesOf(text.slice(start, at));
		addWord(counts, sides);
	}
	return counts;
}

/** The bit that makes a small letter of a capital, and leaves an apostrophe what it is. */
const smallLetter = 0x20;
const sidesByWord = createWordTable();
for (const word of new Set([...english, ...foreign])) sidesByWord.set(word, sidesOf(word));

/** What a word speaks for: English (1), another language (2), both (3), or nothing. */
function sidesOf(written: string): number {
	const word = written.toLowerCase().replace('’', "'");
	const isStrange = foreign.has(word) || /[^\0-\x7f]/.test(word);
	return (english.has(word) ? 1 : 0) + (isStrange ? 2 : 0);
}

function addWord(counts: WordCounts, sides: number): void {
	counts.all++;
	counts.known += sides & 1;
	counts.strange += sides >> 1;
}

function isLetter(unit: number): boolean {
	return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

function countHan(text: string): { han: number; traditional: number; simplified: number } {
	const counts = { han: 0, traditional: 0, simplified: 0 };
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (unit < 0x3400 || unit > 0x9fff) continue;
		counts.han++;
		const script = scriptOf(unit);
		if (script) counts[script]++;
	}
	return counts;
}

function wordSet(list: string): Set<string> {
	return new Set(list.split(/\s+/));
}
