import { EarshotError } from '../domain/errors.ts';
import type { RuleLanguage } from '../domain/theme-pack.ts';

/** One piece of a pattern, as written. A choice with an empty option is optional. */
export type Item =
	| { readonly kind: 'words'; readonly text: string }
	| { readonly kind: 'exact'; readonly text: string }
	| { readonly kind: 'class'; readonly name: string }
	| { readonly kind: 'number'; readonly symbol: string }
	| { readonly kind: 'gap'; readonly most: number | null }
	| { readonly kind: 'edge'; readonly at: 'start' | 'end' }
	| { readonly kind: 'choice'; readonly options: readonly Sequence[] };
export type Sequence = readonly Item[];

/** The stretch between two gaps: its words follow each other. */
export interface Segment {
	readonly items: Sequence;
	/** How many words (characters in Chinese) may lie between the segment before and this one; null: the default. */
	readonly gap: number | null;
	readonly startsClause: boolean;
	readonly endsClause: boolean;
}

const piece =
	/\s+|(?<gap>…|\.{3})(?<most>\d*)|<(?<class>[a-z_]+)>|(?<number>#(?:[a-z_]+)?(?:(?:>=|<=|>|<|=)\d+(?::\d\d)?)?)|=(?<exact>[^\s{}|<>…?#^$=]+)|(?<sign>[{}|?^$])|(?<words>[^\s{}|<>…?#^$=]+)/y;
/** In a phrase only choices and gaps are signs, and a Chinese comma or bracket is a gap; anything else is text. */
const phrasePiece = /(?<gap>[…，、：（）(]+)(?<most>)|(?<sign>[{}|])|(?<words>[^{}|…，、：（）(]+)/y;
/** A pattern may have so many readings by choices that hold a gap. */
const mostReadings = 64;
const mostDepth = 8;

/**
 * Reads a pattern: its readings, each a list of segments with gaps between them. Throws `bad-pack` with `where` in
 * the message. `isPhrase`: a phrase of a theme, without signs but `{a|b}` and `…`.
 */
export function parsePattern(
	text: string,
	language: RuleLanguage,
	where: string,
	isPhrase = false
): readonly (readonly Segment[])[] {
	const sequence = new PatternParser(text, language, where, isPhrase).parse();
	const readings = spreadGaps(sequence);
	if (readings.length > mostReadings)
		throw badPattern(where, text, `has ${readings.length} readings, more than ${mostReadings}`);
	return readings.map((reading) => splitAtGaps(reading, text, where));
}

class PatternParser {
	readonly #text: string;
	readonly #language: RuleLanguage;
	readonly #where: string;
	readonly #piece: RegExp;
	#at = 0;
	#depth = 0;

	constructor(text: string, language: RuleLanguage, where: string, isPhrase: boolean) {
		this.#text = text;
		this.#language = language;
		this.#where = where;
		this.#piece = isPhrase ? phrasePiece : piece;
	}

	parse(): Sequence {
		const { items, closedBy } = this.#readSequence();
		if (closedBy !== '') this.#fail(`has “${closedBy}” without “{”`);
		return items;
	}

	#readSequence(): { items: Sequence; closedBy: string } {
		const items: Item[] = [];
		while (this.#at < this.#text.length) {
			const found = this.#next();
			if (found.sign === '|' || found.sign === '}') return { items, closedBy: found.sign };
			if (found.sign === '?') this.#makeLastOptional(items);
			else items.push(...this.#readItems(found));
		}
		return { items, closedBy: '' };
	}

	#readItems(found: Partial<Record<string, string>>): readonly Item[] {
		if (found.sign === '{') return [this.#readChoice()];
		if (found.sign !== undefined) return [{ kind: 'edge', at: found.sign === '^' ? 'start' : 'end' }];
		if (found.gap !== undefined) return [{ kind: 'gap', most: found.most ? Number(found.most) : null }];
		if (found.class !== undefined) return [{ kind: 'class', name: found.class }];
		if (found.number !== undefined) return [{ kind: 'number', symbol: found.number }];
		if (found.exact !== undefined) return [{ kind: 'exact', text: found.exact }];
		return found.words === undefined ? [] : [{ kind: 'words', text: found.words }];
	}

	#readChoice(): Item {
		if (++this.#depth > mostDepth) this.#fail(`nests “{” deeper than ${mostDepth}`);
		const options: Sequence[] = [];
		for (let closedBy = '|'; closedBy !== '}';) {
			const option = this.#readSequence();
			if (option.closedBy === '') this.#fail('has “{” without “}”');
			options.push(option.items);
			closedBy = option.closedBy;
		}
		this.#depth--;
		return { kind: 'choice', options };
	}

	/** “?” is for the word, class or choice before it; in Chinese for the one character. */
	#makeLastOptional(items: Item[]): void {
		const last = items.pop();
		if (!last || last.kind === 'gap' || last.kind === 'edge')
			return this.#fail('has “?” with nothing before it');
		if (last.kind === 'words' && this.#language === 'zh') {
			const characters = [...last.text];
			const optional = characters.pop() ?? '';
			if (characters.length > 0) items.push({ kind: 'words', text: characters.join('') });
			items.push({ kind: 'choice', options: [[{ kind: 'words', text: optional }], []] });
		} else items.push({ kind: 'choice', options: [[last], []] });
	}

	#next(): Partial<Record<string, string>> {
		this.#piece.lastIndex = this.#at;
		const match = this.#piece.exec(this.#text);
		if (!match) return this.#fail(`cannot be read from “${this.#text.slice(this.#at, this.#at + 12)}” on`);
		this.#at = this.#piece.lastIndex;
		return match.groups ?? {};
	}

	#fail(problem: string): never {
		throw badPattern(this.#where, this.#text, problem);
	}
}

/** A choice that holds a gap becomes several readings, so that gaps stand between segments only. */
function spreadGaps(sequence: Sequence): readonly Sequence[] {
	let readings: readonly Sequence[] = [[]];
	for (const item of sequence) {
		const endings = item.kind === 'choice' && holdsGap(item) ? item.options.flatMap(spreadGaps) : [[item]];
		readings = readings.flatMap((reading) => endings.map((ending) => [...reading, ...ending]));
		if (readings.length > mostReadings) return readings;
	}
	return readings;
}

function holdsGap(item: Item): boolean {
	if (item.kind === 'choice') return item.options.some((option) => option.some(holdsGap));
	return item.kind === 'gap' || item.kind === 'edge';
}

function splitAtGaps(reading: Sequence, text: string, where: string): readonly Segment[] {
	const segments: Segment[] = [];
	let gap: number | null = null;
	let from = 0;
	for (let index = 0; index <= reading.length; index++) {
		const item = reading[index];
		if (item && item.kind !== 'gap') continue;
		segments.push(readSegment(reading.slice(from, index), gap, text, where));
		gap = item?.kind === 'gap' ? item.most : null;
		from = index + 1;
	}
	return segments;
}

function readSegment(part: Sequence, gap: number | null, text: string, where: string): Segment {
	const items = part.filter((item) => item.kind !== 'edge');
	const edges = part.flatMap((item, index) => (item.kind === 'edge' ? [{ at: item.at, index }] : []));
	if (edges.some(({ at, index }) => index !== (at === 'start' ? 0 : part.length - 1)))
		throw badPattern(where, text, 'has “^” or “$” in the midst of words');
	const startsClause = edges.some(({ at }) => at === 'start');
	return { items, gap, startsClause, endsClause: edges.some(({ at }) => at === 'end') };
}

export function badPattern(where: string, text: string, problem: string): EarshotError {
	return new EarshotError(
		'bad-pack',
		`${where}: the pattern “${text}” ${problem}. Correct it and start again (db/packs/README.md tells how).`
	);
}
