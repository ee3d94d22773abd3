/** What English is read in: times of day, words, figures, and marks. */
export const englishPiece =
	/\b\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b|[a-z\u00df-\u024f]+(?:[*@$]+[a-z]*)*(?:'[a-z]+)?|\d+(?:[.,:]\d+)*|[.!?;\n]+|''|["`,:()]|(?<= )--?(?= )/g;
const pieceHere = new RegExp(englishPiece, 'y');
const space = 0x20;
/** What a piece begins with that is no word. */
const mayBegin = unitSet(`0123456789.!?;\n'"\`,:()-`);
/** What a word goes on with that is no letter: an apostrophe, the signs of a censored word. */
const mayGoOn = unitSet(`'*@$`);

function unitSet(signs: string): Uint8Array {
	const set = new Uint8Array(0x80);
	for (const sign of signs) set[sign.charCodeAt(0)] = 1;
	return set;
}

/** Where the piece that begins at `at` ends; `at` where none does. Plain words, nearly all of a text, need no pattern. */
export function endOfPiece(text: string, units: Uint16Array, at: number): number {
	const unit = units[at] as number;
	if (unit === space) return at;
	if (!isLetter(unit)) return mayBegin[unit] === 1 ? matchHere(text, at, at) : at;
	const { length } = text;
	let end = at + 1;
	while (end < length && isLetter(units[end] as number)) end++;
	return end < length && mayGoOn[units[end] as number] === 1 ? matchHere(text, at, end) : end;
}

function matchHere(text: string, at: number, otherwise: number): number {
	pieceHere.lastIndex = at;
	return pieceHere.test(text) ? pieceHere.lastIndex : otherwise;
}

/** Whether a piece that begins so is a mark, neither word nor figure. */
export function isMarkUnit(unit: number): boolean {
	return !isLetter(unit) && !(unit >= 0x30 && unit <= 0x39);
}

function isLetter(unit: number): boolean {
	return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0x24f);
}
