import { normalise } from './normalise.ts';
import { placeholderPattern, placeholderSign } from './placeholder.ts';
import { stemEnglish } from './porter-stem.ts';

/** The smallest thing that can be searched for. [start, end) in the raw text. */
export interface SearchUnit {
	/** `sign`: one character of Chinese or Japanese, which are written without spaces. */
	readonly kind: 'word' | 'sign';
	/** Of a word its stem, of a sign the sign; small letters, Simplified. */
	readonly token: string;
	/** A word as it is written, in small letters; of a sign the sign. */
	readonly form: string;
	/** Does the next sign follow at once? */
	readonly isJoined: boolean;
	readonly start: number;
	readonly end: number;
}

const unit =
	/\ufffc|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]][[\p{L}\p{N}\p{M}']--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]*/gv;
const sign = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u;
const longestWord = 40;
const mostStems = 100_000;
const stems = new Map<string, string>();

/** A masked text as units, in order: the one way in which texts and queries are taken apart for search. */
export function searchUnits(raw: string): readonly SearchUnit[] {
	const normalised = normalise(raw);
	const found = [...normalised.text.matchAll(unit)].map(({ 0: text, index }) => ({
		text,
		from: index,
		to: index + text.length
	}));
	return found.map(({ text, from, to }, at) => {
		const { start, end } = normalised.toRawSpan(from, to);
		if (text === placeholderSign) return word(maskOf(raw.slice(start, end)), { start, end });
		if (!sign.test(text)) return word(formOf(text), { start, end });
		const next = found[at + 1];
		const isJoined = next !== undefined && next.from === to && sign.test(next.text);
		return { kind: 'sign', token: text, form: text, isJoined, start, end };
	});
}

/** «phone 2» is searched for as «phone». */
function maskOf(raw: string): string {
	const kind = placeholderPattern().exec(raw)?.[1];
	return kind === undefined ? placeholderSign : `«${kind}»`;
}

function word(form: string, place: { readonly start: number; readonly end: number }): SearchUnit {
	return { kind: 'word', token: stemOf(form), form, isJoined: false, ...place };
}

/** don't → dont, agent's → agent, café → cafe. */
function formOf(text: string): string {
	const plain = text.includes("'") ? text.replace(/'s?$/, '').replaceAll("'", '') : text;
	const letters =
		/^[a-z0-9]*$/.test(plain) || !/\p{sc=Latin}/u.test(plain)
			? plain
			: plain.normalize('NFD').replace(/\p{M}/gu, '');
	return letters.length > longestWord
		? letters.slice(0, longestWord).replace(/[\ud800-\udbff]$/, '')
		: letters;
}

/** Words come again and again; what is only digits or not English has no stem. */
function stemOf(form: string): string {
	const known = stems.get(form);
	if (known !== undefined) return known;
	if (!/^[a-z]+$/.test(form)) return form;
	const stem = stemEnglish(form);
	if (stems.size < mostStems) stems.set(form, stem);
	return stem;
}
