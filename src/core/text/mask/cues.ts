/** Words of which one must occur where a pattern matches. Of ASCII characters. */
export type Cues = readonly string[];

/** Counts which lists' words a text holds, in one pass whatever their number (Aho and Corasick 1975). */
export interface CueFinder {
	/** Forgets the text before. */
	begin(): void;
	/** The next code unit of the text. */
	read(unit: number): void;
	countOf(cues: Cues): number;
}

const root = 0;
const none = -1;

/** Throws `RangeError` where a list is asked for that is not among `lists`. */
export function createCueFinder(lists: readonly Cues[]): CueFinder {
	const { classes, classCount } = classify(lists);
	const { next, found } = growMachine(lists, classes, classCount);
	const numbers = new Map(lists.map((list, number) => [list, number]));
	const counts = new Uint32Array(lists.length);
	let state = root;
	return {
		begin() {
			state = root;
			counts.fill(0);
		},
		read(unit) {
			state = unit < 0x80 ? (next[state * classCount + (classes[unit] as number)] as number) : root;
			const here = found[state];
			if (here !== undefined) for (const list of here) counts[list] = (counts[list] as number) + 1;
		},
		countOf(cues) {
			const number = numbers.get(cues);
			if (number === undefined) throw new RangeError(`Nobody announced the cues ${cues.join()}.`);
			return counts[number] as number;
		}
	};
}

/** Characters that no word has are one class, and so are a capital and its small letter. */
function classify(lists: readonly Cues[]): { readonly classes: Uint8Array; readonly classCount: number } {
	const classes = new Uint8Array(0x80);
	let classCount = 1;
	for (const sign of new Set(lists.flat().join('').toLowerCase())) {
		classes[sign.charCodeAt(0)] = classCount;
		classes[sign.toUpperCase().charCodeAt(0)] = classCount++;
	}
	return { classes, classCount };
}

/** By state and class the next state, and by state the lists a word of which ends there. */
function growMachine(lists: readonly Cues[], classes: Uint8Array, classCount: number) {
	const rows: number[][] = [newRow(classCount)];
	const found: (number[] | undefined)[] = [undefined];
	for (const [list, words] of lists.entries()) {
		for (const word of new Set(words)) {
			let state = root;
			for (const sign of word) {
				const row = rows[state] as number[];
				const sort = classes[sign.charCodeAt(0)] as number;
				if (row[sort] === none) row[sort] = rows.push(newRow(classCount)) - 1;
				state = row[sort] as number;
			}
			found[state] = [...(found[state] ?? []), list];
		}
	}
	joinSuffixes(rows, found);
	return {
		next: Uint16Array.from(rows.flat()),
		found: Array.from(rows, (_, state) => found[state])
	};
}

/** A state goes on as the longest suffix of its word does that is a beginning too, and finds what that finds. */
function joinSuffixes(rows: readonly number[][], found: (number[] | undefined)[]): void {
	const suffixes = new Int32Array(rows.length);
	const queue = [root];
	for (const state of queue) {
		const row = rows[state] as number[];
		for (let sort = 0; sort < row.length; sort++) {
			const next = row[sort] as number;
			const otherwise = state === root ? root : (rows[suffixes[state] as number]?.[sort] ?? root);
			if (next === none) row[sort] = otherwise;
			else {
				suffixes[next] = otherwise;
				const more = found[otherwise];
				if (more) found[next] = [...(found[next] ?? []), ...more];
				queue.push(next);
			}
		}
	}
}

function newRow(classCount: number): number[] {
	return new Array<number>(classCount).fill(none);
}
