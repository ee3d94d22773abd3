import { englishGivenNames } from './english-names.ts';
import type { Detector, Found } from './detector.ts';
import { anySigns } from './signs.ts';

interface Cue {
	/** What stands before the name. */
	readonly before: string;
	/** With fewer words than these it is more often no name: “I am Upset”. */
	readonly least: 1 | 2;
	/** The name is all that is left of the line. */
	readonly endsLine?: true;
	/** Somebody is addressed or asked about: what follows says so. */
	readonly isAsked?: true;
	readonly isChinese?: true;
}

const kin =
	'(?:husband|wife|mother|father|mom|dad|sister|brother|son|daughter|aunt|uncle|cousin|grandmother|grandfather|grandma|grandpa|niece|nephew|boss|manager|supervisor|co-?worker|neighbou?r|roommate|friend|fianc[eé]e?|girlfriend|boyfriend|partner|landlord|attorney|lawyer|counselor|therapist|doctor|client|tenant|stepson|stepdaughter|stepmother|stepfather|step-?dad|step-?mom|son-in-law|daughter-in-law|brother-in-law|sister-in-law|grandson|granddaughter|ex|ex-husband|ex-wife|mother-in-law|father-in-law)';
const sought =
	"(?:(?:ask|look|call|search)(?:ed|s|ing)? for|(?:speak(?:ing)?|spoke) (?:to|with)|messages? (?:is |was |were )?(?:intended )?for|(?:trying|tried|attempting|need|want(?:ed|s|ing)?) to (?:reach|contact|locate|find|get (?:a )?hold of|speak to)|(?:reach|locate)(?:ed|d|ing)?|(?:letters?|calls?|mail|voicemails?|package|summons) (?:is |was |were )?for|in the name of|under the name(?: of)?|(?:the|her|his|their|this|that) name of|(?:am|['’]m|is|was) not|confused (?:me )?with|undersigned|warrant (?:is |was )?(?:out )?for|(?:person|man|woman|someone|man|woman|someone|somebody|guy|lady|people) (?:named|called)|do(?: not|n['’]t) know (?:any|a)|belongs? to|addressed to|remove|debt of|(?:came|meant|intended|addressed) for|know(?: of)?|on behalf of|(?:who|person|party|man|woman) (?:[\\w']+ ){0,4}(?:is|was))";
const cues: readonly Cue[] = [
	{
		before:
			"\\b(?:[Mm]y (?:full |legal |real |first |last |married |maiden )?name(?:['’]s| is| was)|[Hh](?:is|er) (?:full |real |first |last )?name (?:is|was)|MY NAME IS|[Nn]ame ?:|[Cc]all me|(?:[Dd]ebtor|[Bb]orrower|[Ss]igned|[Cc]lient|[Cc]onsumer)[:,])[ ,:]{1,2}",
		least: 1
	},
	{
		before:
			'(?:我叫|名叫|姓名:? ?|本人|我是|员工|(?:客户|用户|投诉人|户名|借款人|联系人|持卡人|收件人|来电人|收款人|账户名|签名|英文名)[:是为叫】]{0,2} ?)',
		least: 1,
		isChinese: true
	},
	{
		before: '(?:自称|名字是|叫做?|找|系|同事|朋友|老公|老婆|丈夫|妻子|男友|女友|老板|喂[,，] ?|请问是)',
		least: 2,
		isChinese: true
	},
	{ before: "\\b(?:I am|I['’]m|[Tt]his is|[Ii]t['’]s)[ ,:]{1,2}", least: 2 },
	{ before: '\\bI, ', least: 2 },
	{
		before: '(?:\\b[Ss]igned:?|\\/s\\/|[-–—~]{1,2}(?<=(?:^|[\\n.!?] ?)[-–—~]{1,2})) ?',
		least: 2,
		endsLine: true
	},
	{ before: '(?:^|\\n)(?:[Ff]rom|FROM|[Tt]o|TO|[Cc][Cc]|[Ss]ent by|[Bb]y|[Ss]ubject|[Ff]or): ?', least: 2 },
	{
		before:
			'\\b(?:[Cc]onsumer|[Cc]ustomer|[Bb]orrower|[Dd]ebtor|[Cc]lient|[Cc]aller|[Cc]omplainant|(?:[Aa]ccount|[Cc]ard|[Pp]olicy) ?holder|[Ss]pouse|(?:[Cc]ustomer|[Cc]lient|[Ff]ull|[Ll]ast|[Ff]irst) name|(?:[Dd]ebtor|[Bb]orrower|[Aa]ttorney|[Ll]awyer|[Ee]mployee) (?:is|was)|[Aa]ttorney,|[Ll]awyer,|[Dd]ear|[Pp]laintiff|[Dd]efendant|[Cc]laimant|[Cc]o-?signer|[Pp]atient|[Cc]ontact|[Rr]ecipient|[Aa]ttn|[Rr]e|RE)[:,]? ',
		least: 2
	},
	{
		before:
			'(?:\\b(?:[Ii]s this|[Ss]peaking (?:with|to)|[Ss]peak (?:with|to)|[Aa]re you|[Ii]s|[Hh]ello|[Hh]i|[Hh]ey),? )',
		least: 1,
		isAsked: true
	},
	{ before: '["“]', least: 1, isAsked: true },
	{ before: '\\b(?:Mr|Mrs|Ms|Miss|Dr|MR|MRS|MS)\\.? ', least: 1 },
	{
		before: `\\b(?:[Mm]y|[Hh]er|[Hh]is|[Oo]ur|[Tt]heir) (?:late |ex |elderly |own )?${kin}(?:[\'’]s name)?,? (?:is |was |named |called )?`,
		least: 1
	},
	{ before: `\\b${sought} (?:an? |the )?`, least: 2 },
	{
		before:
			'\\b(?:[Ss]incerely|[Rr]egards|[Rr]espectfully|[Yy]ours|[Tt]ruly|[Ff]aithfully|[Ss]ubmitted)[,.]?\\s{1,3}',
		least: 1,
		endsLine: true
	},
	{ before: '(?:^|\\n)\\s{0,3}(?:Thank you|Thanks|Best)[,.]?\\s{1,3}', least: 1, endsLine: true }
];
/** Every name begins with one. */
const capital = /[A-ZÀ-Ö]/;
const word =
	"(?:[A-ZÀ-ÖØ-ÞĀ-Ž](?:[a-zà-öø-ÿĀ-ɏ'’-]+[A-Z]?|['’-][A-Z])[a-zà-öø-ÿĀ-ɏ'’-]*|[A-Z]{2,}|[A-Z]\\b\\.?)";
const words = `${word}(?: (?:(?:de|del|de la|de los|la|van|van der|von|bin|al|el|da|dos|di) )?${word}){0,3}`;
const patterns = cues.map((cue) => ({ cue, pattern: new RegExp(`${cue.before}(${words})`, 'g') }));
const endsOfCues = cues.map(({ before }) => new RegExp(`(?<=${before})`, 'y'));
const anyCue = new RegExp(`(?<=${cues.map(({ before }) => before).join('|')})`, 'y');
const firstWord = new RegExp(word, 'y');
const uncapitalised =
	/\bmy name(?:['’]?s| is) ((?!(?:on|not|the|being|in|still|attached|now|listed|mentioned|used|also|never|a|associated|nowhere|clear|spelled)\b)[a-z]{2,}(?: [a-z]\.?)?(?: (?!and\b|i\b|from\b|but\b|my\b|please\b)[a-z'-]{2,})?)(?=[.,;\n]| and\b| i\b| from\b|$)/g;

/** Given names that are everyday words too, and so need a capital. */
const everyday =
	'sue rob drew dawn max jay mark will grant jack robin melody daisy holly brandy sandy chad may art wade luz jean gail earl'.split(
		' '
	);
const lowercasePair = new RegExp(
	String.raw`\b(?:know (?:no |any |a |this |of )?|for |named |called |is this |this is |im |i'm |i am |am not |to |reach |about )((?!(?:${everyday.join('|')})\b)([a-z]{3,}) (?!(?:you|me|us|him|them|and|from|the|is|was|at|who|to|in|on|for|if|but|or|my|your|his|her|it|they|we|said|would|has|had|not|this|that|are|about|again|back|today|when|because|with|so|as)\b)[a-z'-]{3,})\b`,
	'g'
);
const pair =
	/\b([A-Z][a-z]+(?:-[A-Z][a-z]+)?)((?: [A-Z]\.?| [A-Z][a-z]+)?) ([A-Z][a-zA-Zà-öø-ÿ'’]+(?:-[A-Z][a-z]+)?)(?: (?:Jr|Sr|II|III)\b\.?)?(?![a-z])/g;

/** Capitalised words that begin a sentence or stand for anything but a person: a name ends before them. */
const noName = new Set(
	`I It He She We They You Very So Not The Your Their This That These My Our His Her Its Being Writing Filing A An Also
	Still In On At And But Or If As To For From Of By With When While Who What Where Why How Then There Here After Before
	Since Because However Now Please Sir Madam Mr Mrs Ms Miss Dr Customer Social Security Dear Thank Thanks Regards Legal
	Fair Federal State United American Best Home Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February
	March April May June July August September October November December Just Can Could Would Will Do Does Did Is Was Are
	Were Has Had Have No Yes All Any Every One Two Three Attorney Consumer Disabled Harassment Again Even Only Am Extremely
	Requesting Disputing Submitting Military Identity Fraud Title Myself Sincerely Respectfully Yours Ok OK LLC
	Lawyer Dept Bureau Protection Wrong Mine Sorry Good Right Legal Really Scam Spam Illegal True Wrong OK Okay Everyone Guys Folks All Also Able Aware Happy Sad Glad Unable Unemployed Currently Now Late Behind Sure Hello Hi Hey USA US SSN DOB ID FBI CFPB FTC BBB FDCPA FCRA VP CEO HR IT`.split(
		/\s+/
	)
);
/** After these a capitalised word was a firm's. */
const firm =
	/^(?: |, )(?:Bank|Inc|LLC|Corp|Financial|Finance|Services?|Group|Associates|Law|Loans?|Credit|Collections?|Recovery|Funding|Capital|Company|Management|Solutions|Systems|&|and Associates)\b/;
const firmWord =
	/^(?:Bank|Inc|Financial|Finance|Services?|Group|Associates|Law|Loans?|Credit|Debt|Collections?|Recovery|Funding|Capital|Company|Management|Solutions|Systems|Equifax|Experian|Transunion|TransUnion|Midland|Portfolio|Chase|Wells|Consultants|Department|Office|Court|County)$/;

const lowercaseGiven = Array.from(englishGivenNames, (name) => name.toLowerCase())
	.filter((name) => !everyday.includes(name))
	.map((name) => ` ${name} `);
const saysName = ['my name'];

const addressed = /^(?:\?|,? (?:there|home|available|speaking|call (?:us|me))\b|, (?:this|it['’]s|you)\b)/;

/** Names in Latin letters after “my name is”, “I am”, a relative, a title, 我叫, or a closing formula. */
export const latinName: Detector = {
	kind: 'name',
	examples: {
		masks: [
			'My name is <John Smith> and I am <Jane Q. Doe>.',
			'my name is <daniel okafor>, please stop',
			'MY NAME IS <MARIA GONZALEZ>. I NEVER BORROWED',
			"I'm <Katie O'Brien> and they call my mom",
			'Ms. <Wong Ka Yan> helped',
			'my husband <Carlos Rivera> died last year',
			'they left a message for <Jessica Moreno> at my work',
			'我叫<Nurbek Aliyev>，在义乌做外贸',
			'Regards,\n<John Doe>',
			'"Is this <Nicole>? I know you"',
			'I am not <Kimberly Stokes>.',
			"I, <Rajesh Subramanian>, dispute; my name's <Priya Nair>",
			'自称<Peter Chan>，话系执达吏'
		],
		keeps: [
			'I am Very Upset With Them. This is Not Right.',
			'This is Harassment. I am Not Paying.',
			'my husband and I were current',
			'Portfolio Recovery Associates keeps calling',
			'looking for Capital One Bank',
			'My Name is on the account',
			'my name is XXXX XXXX DOB : XXXX',
			'agent Li was polite, a rep called Marcus was not',
			'Thank You for your help'
		]
	},
	cues: [lowercaseGiven, saysName],
	find(text, { hasHan, holds } = anySigns) {
		const found: Found[] = [];
		if (capital.test(text)) {
			const { possible, hasGivenName } = nameBeginnings(text);
			for (const [index, { cue, pattern }] of patterns.entries()) {
				if (!possible.has(index) || (cue.isChinese && !hasHan)) continue;
				for (const match of text.matchAll(pattern)) {
					const name = nameIn(match[1] ?? '', text, match.index + match[0].length, cue);
					const start = match.index + match[0].length - (match[1] ?? '').length;
					if (name) found.push({ start, end: start + name.length });
				}
			}
			if (hasGivenName) found.push(...knownNames(text));
		}
		if (holds(lowercaseGiven)) found.push(...lowercaseNames(text));
		if (!holds(saysName) || !/\bmy name/.test(text)) return found;
		for (const match of text.matchAll(uncapitalised)) {
			const end = match.index + match[0].length;
			found.push({ start: end - (match[1] ?? '').length, end });
		}
		return found;
	}
};

/**
 * The cues that a word which may be a name follows, and whether any word is a given name: capitals are few, and so it
 * takes far less time to look back from each than to look for all cues.
 */
function nameBeginnings(text: string): {
	readonly possible: ReadonlySet<number>;
	readonly hasGivenName: boolean;
} {
	const possible = new Set<number>();
	let hasGivenName = false;
	for (let at = 0, before = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		// “I” alone is no name.
		if (isCapital(unit) && !text.startsWith('I ', at)) {
			if (!hasGivenName && !isEnglishCapital(before)) hasGivenName = isGivenName(text, at);
			// No cue ends with a capital.
			if (!isCapital(before) && isBehind(anyCue, text, at) && mayBeName(text, at))
				for (const [index, cue] of endsOfCues.entries()) if (isBehind(cue, text, at)) possible.add(index);
		}
		before = unit;
	}
	return { possible, hasGivenName };
}

function isBehind(cue: RegExp, text: string, at: number): boolean {
	cue.lastIndex = at;
	return cue.test(text);
}

function mayBeName(text: string, at: number): boolean {
	firstWord.lastIndex = at;
	const part = firstWord.exec(text)?.[0];
	return part !== undefined && !isNoName(part);
}

function isGivenName(text: string, at: number): boolean {
	let end = at + 1;
	while (text.charCodeAt(end) >= 0x61 && text.charCodeAt(end) <= 0x7a) end++;
	return (text[end] === ' ' || text[end] === '-') && englishGivenNames.has(text.slice(at, end));
}

function isCapital(unit: number): boolean {
	if (unit < 0xc0) return isEnglishCapital(unit);
	return unit <= 0x17d && unit !== 0xd7 && (unit <= 0xde || unit >= 0x100);
}

function isEnglishCapital(unit: number): boolean {
	return unit >= 0x41 && unit <= 0x5a;
}

/** A given name and what can be a family name, though nothing else says that a person is meant. */
function knownNames(text: string): readonly Found[] {
	const found: Found[] = [];
	for (const match of text.matchAll(pair)) {
		const [all, first = '', middle = '', last = ''] = match;
		if (!englishGivenNames.has(first.split('-')[0] ?? '')) continue;
		const name = nameIn(all, text, match.index + all.length, { before: '', least: 2 });
		if (name.length > first.length + middle.length + last.length - 2)
			found.push({ start: match.index, end: match.index + name.length });
	}
	return found;
}

/** In texts without capitals: a given name after a word that leads up to one, and the word after it. */
function lowercaseNames(text: string): readonly Found[] {
	const found: Found[] = [];
	for (const { 0: all, 1: name = '', 2: first = '', index } of text.matchAll(lowercasePair)) {
		const given = first.charAt(0).toUpperCase() + first.slice(1);
		const end = index + all.length;
		if (englishGivenNames.has(given)) found.push({ start: end - name.length, end });
	}
	return found;
}

/** The words up to the first that is no name's; empty where these are too few, a firm's, or followed by more text. */
function nameIn(run: string, text: string, runEnd: number, { least, endsLine, isAsked }: Cue): string {
	const parts = run.split(' ');
	const stop = parts.findIndex(isNoName);
	const kept = stop < 0 ? parts : parts.slice(0, stop);
	if (kept.length < least || kept.some((part) => firmWord.test(part))) return '';
	if (kept.every((part) => /^[A-Z]\.?$/.test(part)) || (least > 1 && kept.every(isCapitals))) return '';
	const after = stop < 0 ? text.slice(runEnd, runEnd + 20) : ` ${parts.slice(stop).join(' ')}`;
	if (firm.test(after) || (endsLine && !/^[.,]?\s*?(?:[\n\ufffc\d]|$)/.test(after))) return '';
	if (isAsked && !addressed.test(after)) return '';
	return kept.join(' ').replace(/['’]s$|['’-]$/, '');
}

function isNoName(part: string): boolean {
	return noName.has(part.replace(/[.,]$/, '')) || /^X{2,}$/.test(part);
}

function isCapitals(part: string): boolean {
	return part === part.toUpperCase();
}
