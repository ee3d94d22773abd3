const isConsonantAt = (word: string, at: number): boolean => {
	const letter = word.charAt(at);
	if ('aeiou'.includes(letter)) return false;
	return letter !== 'y' || at === 0 || !isConsonantAt(word, at - 1);
};

/** How often a vowel is followed by a consonant: m of [C](VC)^m[V]. */
function measureOf(word: string): number {
	let measure = 0;
	for (let at = 1; at < word.length; at++)
		if (isConsonantAt(word, at) && !isConsonantAt(word, at - 1)) measure++;
	return measure;
}

function hasVowel(word: string): boolean {
	for (let at = 0; at < word.length; at++) if (!isConsonantAt(word, at)) return true;
	return false;
}

function endsDouble(word: string): boolean {
	const last = word.length - 1;
	return last > 0 && word[last] === word[last - 1] && isConsonantAt(word, last);
}

/** Ends in consonant, vowel, consonant, the last not w, x or y. */
function endsShort(word: string): boolean {
	const last = word.length - 1;
	if (last < 2 || 'wxy'.includes(word.charAt(last))) return false;
	return isConsonantAt(word, last) && !isConsonantAt(word, last - 1) && isConsonantAt(word, last - 2);
}

type Suffixes = readonly (readonly [suffix: string, instead: string])[];

const second: Suffixes = [
	['ational', 'ate'],
	['tional', 'tion'],
	['enci', 'ence'],
	['anci', 'ance'],
	['izer', 'ize'],
	['bli', 'ble'],
	['alli', 'al'],
	['entli', 'ent'],
	['eli', 'e'],
	['ousli', 'ous'],
	['ization', 'ize'],
	['ation', 'ate'],
	['ator', 'ate'],
	['alism', 'al'],
	['iveness', 'ive'],
	['fulness', 'ful'],
	['ousness', 'ous'],
	['aliti', 'al'],
	['iviti', 'ive'],
	['biliti', 'ble'],
	['logi', 'log']
];
const third: Suffixes = [
	['icate', 'ic'],
	['ative', ''],
	['alize', 'al'],
	['iciti', 'ic'],
	['ical', 'ic'],
	['ful', ''],
	['ness', '']
];
const fourth = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic ou'.split(' ');

/** Stem of a small-letter English word (Porter 1980, “An algorithm for suffix stripping”, with the author’s later bli and logi): calling, calls, called → call. */
export function stemEnglish(word: string): string {
	if (word.length < 3) return word;
	return fifth(dropSuffix(replaceSuffix(replaceSuffix(endOfY(first(word)), second), third)));
}

function first(word: string): string {
	const singular =
		word.endsWith('sses') || word.endsWith('ies')
			? word.slice(0, -2)
			: /[^s]s$/.test(word)
				? word.slice(0, -1)
				: word;
	if (singular.endsWith('eed'))
		return measureOf(singular.slice(0, -3)) > 0 ? singular.slice(0, -1) : singular;
	const stem = singular.replace(/(ed|ing)$/, '');
	if (stem === singular || !hasVowel(stem)) return singular;
	if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
	if (endsDouble(stem) && !/[lsz]$/.test(stem)) return stem.slice(0, -1);
	return measureOf(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function endOfY(word: string): string {
	return word.endsWith('y') && hasVowel(word.slice(0, -1)) ? `${word.slice(0, -1)}i` : word;
}

function replaceSuffix(word: string, suffixes: Suffixes): string {
	const longest = suffixes
		.filter(([suffix]) => word.endsWith(suffix))
		.reduce<Suffixes[number] | null>(
			(best, one) => (best && best[0].length >= one[0].length ? best : one),
			null
		);
	if (!longest) return word;
	const stem = word.slice(0, -longest[0].length);
	return measureOf(stem) > 0 ? stem + longest[1] : word;
}

function dropSuffix(word: string): string {
	const suffix = fourth.find((one) => word.endsWith(one));
	if (suffix === undefined) return word;
	const stem = word.slice(0, -suffix.length);
	if (suffix === 'ion' && !/[st]$/.test(stem)) return word;
	return measureOf(stem) > 1 ? stem : word;
}

function fifth(word: string): string {
	let stem = word;
	if (word.endsWith('e')) {
		const shorter = word.slice(0, -1);
		const measure = measureOf(shorter);
		if (measure > 1 || (measure === 1 && !endsShort(shorter))) stem = shorter;
	}
	return stem.endsWith('ll') && measureOf(stem) > 1 ? stem.slice(0, -1) : stem;
}
