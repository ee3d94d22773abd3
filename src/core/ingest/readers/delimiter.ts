import { FileFault } from '../file-fault.ts';
import { readCsv } from './csv.ts';

/** What may stand between the cells of a row. */
export const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export const delimiterNames: Readonly<Record<Delimiter, string>> = {
	',': 'a comma',
	'\t': 'a tab',
	';': 'a semicolon',
	'|': 'a vertical bar'
};

const aliases = new Map<string, Delimiter>([
	['comma', ','],
	['tab', '\t'],
	['\\t', '\t'],
	['semicolon', ';'],
	['pipe', '|'],
	['bar', '|']
]);

/** A delimiter by itself or by its name; null for any other word. */
export function findDelimiter(word: string): Delimiter | null {
	return delimiters.find((delimiter) => delimiter === word) ?? aliases.get(word.trim().toLowerCase()) ?? null;
}

/** Excel's first line `sep=;`, which states the delimiter and is no row. */
const statement = /^"?sep=(.)"?\r?(?:\n|$)/i;
const rowsCompared = 50;

export interface Separation {
	readonly delimiter: Delimiter;
	/** The first line states the delimiter and is neither header nor row. */
	readonly isStated: boolean;
}

/**
 * The delimiter of a table, judged by its first rows in UTF-8: the one by which most of them are as wide as the header,
 * and then the one that makes most columns. Throws FileFault where the file states one that is not known.
 */
export async function guessDelimiter(head: Buffer): Promise<Separation> {
	const stated = statement.exec(head.subarray(0, 16).toString('utf8'));
	if (stated) {
		const delimiter = findDelimiter(stated[1]!);
		if (delimiter) return { delimiter, isStated: true };
		throw new FileFault('states a delimiter in its first line that is not known: save it with commas.');
	}
	const fits = await Promise.all(delimiters.map((delimiter) => fitOf(head, delimiter)));
	const best = fits.filter(({ width }) => width > 1).toSorted((a, b) => b.even - a.even || b.width - a.width);
	return { delimiter: best[0]?.delimiter ?? ',', isStated: false };
}

interface Fit {
	readonly delimiter: Delimiter;
	readonly width: number;
	/** Share of the rows that are as wide as the header, in tenths. */
	readonly even: number;
}

async function fitOf(head: Buffer, delimiter: Delimiter): Promise<Fit> {
	if (!head.includes(delimiter)) return { delimiter, width: 1, even: 0 };
	const widths: number[] = [];
	for await (const record of readCsv(once(head), delimiter)) {
		if ('cells' in record) widths.push(record.cells.length);
		if (widths.length > rowsCompared) break;
	}
	const [width = 1, ...rest] = widths;
	// The last row may be cut in the middle.
	const compared = rest.slice(0, Math.max(1, rest.length - 1));
	const even = compared.filter((other) => other === width).length / Math.max(1, compared.length);
	return { delimiter, width, even: Math.round(10 * even) };
}

async function* once(chunk: Buffer): AsyncGenerator<Buffer> {
	yield chunk;
}
