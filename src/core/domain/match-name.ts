/**
 * How well `words` name `name`: 0 not at all, else higher for a better match. Every word must begin a word of the name
 * (better) or be within it; Chinese has no spaces and matches anywhere. Case and accents do not matter. Without words
 * everything matches alike.
 */
export function matchName(words: string, name: string): number {
	const wanted = fold(words).split(/\s+/).filter(Boolean);
	const folded = fold(name);
	if (wanted.length === 0) return 1;
	if (folded === wanted.join(' ')) return 4;
	if (folded.startsWith(wanted.join(' '))) return 3;
	const places = wanted.map((word) => placeOf(word, folded));
	return Math.min(...places);
}

function placeOf(word: string, name: string): number {
	const starts = name.split(/[\s·\-–_/&()（）,，、]+/).some((part) => part.startsWith(word));
	if (starts) return 2;
	return name.includes(word) ? 1 : 0;
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
