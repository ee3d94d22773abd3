/**
 * What patterns can ask of a place in a text: a stem (`call`), an exact word (`=calls`), a class (`<relative>`), a
 * number (`#>=3`, `#time<8:00`). A signature is the set of symbols that hold at a place; most words hold none.
 */
export interface Symbols {
	/** The number of a symbol that a pattern asks for. */
	use(name: string): number;
	signatureOf(names: readonly string[]): number;
	/** Signature of a number: a value of one or several kinds; minutes since midnight for a time. */
	signatureOfNumber(kinds: readonly string[], value: number): number;
	symbolsIn(signature: number): readonly number[];
}

interface NumberTest {
	readonly name: string;
	readonly kind: string;
	holds(value: number): boolean;
}

/** The signature of a place where nothing holds. */
export const noSymbols = 0;
const mostNumbers = 20_000;
const numberSymbol = /^#([a-z_]*)(?:(>=|<=|>|<|=)(\d+)(?::(\d\d))?)?$/;

export function createSymbols(): Symbols {
	const ids = new Map<string, number>();
	const tests: NumberTest[] = [];
	const signatures = new Map<string, number>([['', noSymbols]]);
	const contents: (readonly number[])[] = [[]];
	const numbers = new Map<string, number>();
	const signatureOf = (names: readonly string[]): number => {
		const found = new Set(names.map((name) => ids.get(name)).filter((id) => id !== undefined));
		const symbols = [...found].sort((a, b) => a - b);
		const key = symbols.join();
		const known = signatures.get(key);
		if (known !== undefined) return known;
		signatures.set(key, contents.length);
		return contents.push(symbols) - 1;
	};
	return {
		use(name) {
			const known = ids.get(name);
			if (known !== undefined) return known;
			ids.set(name, ids.size);
			if (name.startsWith('#')) tests.push(readTest(name));
			return ids.size - 1;
		},
		signatureOf,
		signatureOfNumber(kinds, value) {
			const key = `${kinds.join()} ${value}`;
			const known = numbers.get(key);
			if (known !== undefined) return known;
			const holding = tests.filter((test) => kinds.includes(test.kind) && test.holds(value));
			const signature = signatureOf(holding.map(({ name }) => name));
			if (numbers.size < mostNumbers) numbers.set(key, signature);
			return signature;
		},
		symbolsIn: (signature) => contents[signature] ?? []
	};
}

function readTest(name: string): NumberTest {
	const [, kind = '', operator, whole = '0', minutes] = numberSymbol.exec(name) ?? [];
	const bound = Number(whole) * (minutes === undefined ? 1 : 60) + Number(minutes ?? 0);
	return { name, kind, holds: (value) => compare(value, operator, bound) };
}

function compare(value: number, operator: string | undefined, bound: number): boolean {
	if (operator === '>=') return value >= bound;
	if (operator === '<=') return value <= bound;
	if (operator === '>') return value > bound;
	if (operator === '<') return value < bound;
	return operator === undefined || value === bound;
}
