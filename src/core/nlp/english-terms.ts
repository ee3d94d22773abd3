import { stemOf } from './natural.ts';
import { sentenceBreak, type TermReader } from './terms.ts';

const piece = /\b\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b\.?|[a-z]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*|[.!?;\n]+/g;

/** Words that read as one term. No name of a class may be the stem of another word (“person” is that of “personal”). */
const lists: Readonly<Record<string, string>> = {
	'': 'a an the just even also then ever literally actually basically simply both all of',
	my: 'my our his',
	me: 'me us',
	they: 'they he she',
	'#': 'several multiple numerous countless dozens many three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred',
	relative:
		'mother mom mum father dad parent parents wife husband spouse son daughter brother sister grandmother grandma grandfather grandparents aunt uncle cousin niece nephew family relative relatives kid kids child children friend friends neighbor neighbors neighbour neighbours roommate girlfriend boyfriend fiance fiancee landlord acquaintance acquaintances',
	workplace: 'work job workplace employer boss supervisor employment hr',
	contact:
		'call calls called calling contact contacts contacted contacting phoned phoning telephoned rang text texts texted texting messaged messaging',
	tell: 'tell told tells telling inform informed notified advised',
	say: 'say said says saying state stated states stating claim claimed claims claiming',
	debt: 'debt debts loan loans account accounts',
	come: 'come came comes coming show showed shows',
	know: 'know knew knows known',
	take: 'take took taken takes taking',
	keep: 'keep kept keeps keeping continue continued continues continuing',
	give: 'give gave gives given giving provide provided provides',
	send: 'send sent sends sending',
	find: 'find found finds',
	swear: 'swear swore swears swearing cursed cursing cussed cussing',
	speak: 'speak spoke spoken speaks',
	owe: 'owe owed owes owing'
};
const expansions: Readonly<Record<string, string>> = {
	"can't": 'can not',
	cannot: 'can not',
	"won't": 'will not',
	"shan't": 'shall not',
	dont: 'do not',
	didnt: 'do not',
	doesnt: 'do not',
	did: 'do',
	does: 'do',
	wont: 'will not',
	cant: 'can not',
	would: 'will',
	"n't": 'not',
	nonstop: 'non stop'
};
const endings: Readonly<Record<string, string>> = {
	"n't": 'not',
	"'re": 'are',
	"'ve": 'have',
	"'ll": 'will',
	"'d": 'will',
	"'m": 'am',
	"'s": ''
};
const classes = new Map(
	Object.entries(lists).flatMap(([term, words]) => words.split(' ').map((word) => [word, term] as const))
);

/** Terms of English words: stems, with tense, small words, numbers, relatives and hours of the day made alike. */
export function createEnglishReader(): TermReader {
	const known = new Map<string, readonly string[]>();
	return (text) => {
		const terms: string[] = [];
		const starts: number[] = [];
		const ends: number[] = [];
		for (const { 0: word, index } of text.matchAll(piece)) {
			let folded = known.get(word);
			if (!folded) {
				folded = foldWord(word);
				if (known.size < 50_000) known.set(word, folded);
			}
			for (const term of folded) {
				terms.push(term);
				starts.push(index);
				ends.push(index + word.length);
			}
		}
		return { terms, starts, ends };
	};
}

function foldWord(word: string): readonly string[] {
	if (/^[.!?;\n]/.test(word)) return [sentenceBreak];
	if (/^\d/.test(word)) return [foldNumber(word)];
	return writeOut(word)
		.split(' ')
		.map((part) => expansions[part] ?? part)
		.map((part) => classes.get(part) ?? stemOf(part))
		.filter((part) => part !== '');
}

/** “won't” → “will not”, “they're” → “they are”. */
function writeOut(word: string): string {
	const [, stem, ending = ''] = /^(.+)(n't|'(?:re|ve|ll|d|m|s))$/.exec(word) ?? [];
	return expansions[word] ?? (stem ? `${stem} ${endings[ending]}`.trim() : word);
}

/**
 * Three and more are “many”, but three digits and more may be a name (a hotline). Hours outside 08:00–21:00 are one
 * term, as the strictest common rule has it.
 */
function foldNumber(word: string): string {
	const hour = /^(\d{1,2})(?:[:.]\d{2})? ?([ap])/.exec(word);
	if (!hour) return /^\d{3,}$/.test(word) || Number(word.replace(/,/g, '')) < 3 ? word : '#';
	const of24 = (Number(hour[1]) % 12) + (hour[2] === 'p' ? 12 : 0);
	return of24 < 8 || of24 >= 21 ? 'unsocial hour' : 'social hour';
}
