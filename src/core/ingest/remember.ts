/** So many cells of a column are remembered: lists of words, products and days have fewer. */
const mostKept = 5000;

/** The same function, which does not work out again what it has been asked before: columns say the same over and over. */
export function remember<Result>(work: (text: string) => Result): (text: string) => Result {
	const known = new Map<string, Result>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const result = work(text);
		if (known.size >= mostKept) known.clear();
		known.set(text, result);
		return result;
	};
}
