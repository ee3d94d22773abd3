import { EarshotError } from '#core/domain/errors.ts';
import type { FileOpening, RowIssue } from '#core/domain/import.ts';
import type { Contents } from './contents.ts';
import { badFile } from './file-fault.ts';
import { openSheet } from './open-sheet.ts';
import { openSource, type Packing } from './open-source.ts';
import { openText, type StatedText } from './open-text.ts';
import { delimiterNames, delimiters, findDelimiter } from './readers/delimiter.ts';
import { encodings, findEncoding } from './readers/encoding.ts';
import type { RawRow } from './row.ts';

/**
 * A file that has been looked into and can be read as often as needed, from disk each time. Its `rows` throw
 * EarshotError `bad-file` where the file cannot be read to its end.
 */
export interface SourceFile extends Contents {
	readonly path: string;
	/** The last part of the path, for messages. */
	readonly name: string;
	/** What is around it, and the name of the file inside where that is a zip file. */
	readonly packing: Packing | null;
	readonly entry: string | null;
}

/**
 * Opens a table (CSV with any delimiter, the sheet of an XLSX workbook) or JSON objects (an array, or one a line),
 * plain, gzipped or zipped, all of it told by content. Throws EarshotError `bad-file` with one sentence when it is
 * missing, unreadable, empty, something else, of an encoding that does not show, or when its header cannot be used;
 * `bad-input` for an option that is none.
 */
export async function openFile(path: string, options: FileOpening = {}): Promise<SourceFile> {
	const name = path.split(/[\\/]/).at(-1) || path;
	const stated = readStated(options);
	try {
		const source = await openSource(path);
		const contents =
			source.kind === 'workbook'
				? await openSheet(source.location, options.sheet)
				: await openText(source.head, source.read, stated);
		const { packing, entry } = source;
		const unit = source.kind === 'workbook' ? 'row' : 'line';
		return { path, name, packing, entry, ...contents, rows: () => readToEnd(name, unit, contents.rows()) };
	} catch (error) {
		throw badFile(error, isAbsent(error) ? path : name);
	}
}

function isAbsent(error: unknown): boolean {
	return (
		error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(String(error.code))
	);
}

function readStated({ encoding, delimiter }: FileOpening): StatedText {
	const stated = {
		encoding: encoding === undefined ? null : findEncoding(encoding),
		delimiter: delimiter === undefined ? null : findDelimiter(delimiter)
	};
	if (encoding !== undefined && !stated.encoding)
		throw new EarshotError(
			'bad-input',
			`There is no encoding “${encoding}”: choose one of ${encodings.join(', ')}.`
		);
	if (delimiter !== undefined && !stated.delimiter) {
		const names = delimiters.map((one) => delimiterNames[one]).join(', ');
		throw new EarshotError('bad-input', `“${delimiter}” is no delimiter: choose one of ${names}.`);
	}
	return stated;
}

/** Turns a failure of the file, but not a bug, into a sentence that says how far reading got. */
async function* readToEnd(
	name: string,
	unit: string,
	items: AsyncIterable<RawRow | RowIssue>
): AsyncGenerator<RawRow | RowIssue> {
	let line = 0;
	try {
		for await (const item of items) {
			line = item.line;
			yield item;
		}
	} catch (error) {
		throw badFile(error, name, line === 0 ? '' : ` Reading got as far as ${unit} ${line}.`);
	}
}
