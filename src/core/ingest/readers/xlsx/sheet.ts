import type { RowIssue } from '#core/domain/import.ts';
import { FileFault } from '../../file-fault.ts';
import { rowIssue } from '../../row.ts';
import { readNumber, readSerial, type NumberKind, type SheetCell } from './cell.ts';
import { damagedWorkbook, parseXml, unescapeText, type XmlListener } from './xml.ts';

/** The bounds of a worksheet: ECMA-376 part 1, 18.3.1.4 and 18.3.1.73, as Excel has them. */
export const mostSheetRows = 1_048_576;
const mostColumns = 16_384;
const mostRowCharacters = 2 * 1024 * 1024;

/** A row of a sheet: `line` is its number in the sheet, `cells` those that are not empty by column, from 0. */
export interface SheetRow {
	readonly line: number;
	readonly cells: ReadonlyMap<number, SheetCell>;
}

/** What the cells of a sheet refer to. */
export interface CellContext {
	readonly shared: readonly string[];
	/** By the style of the cell. */
	readonly kinds: readonly NumberKind[];
	readonly is1904: boolean;
}

/** Streams the rows of a worksheet. Throws FileFault where it is damaged or larger than a worksheet can be. */
export async function* readSheet(
	chunks: AsyncIterable<Buffer>,
	context: CellContext
): AsyncGenerator<SheetRow | RowIssue> {
	const listener = new SheetListener(context);
	for await (const _ of parseXml(chunks, 'its sheet', listener)) yield* listener.rows.splice(0);
}

/** The number of a column from the letters of a reference such as AB12, from 0. */
function columnOf(reference: string): number {
	let column = 0;
	for (let at = 0; at < reference.length; at++) {
		const letter = reference.charCodeAt(at) - 64;
		if (letter < 1 || letter > 26) break;
		column = column * 26 + letter;
		if (column > mostColumns) break;
	}
	if (column < 1 || column > mostColumns) throw damagedWorkbook('the address of a cell');
	return column - 1;
}

class SheetListener implements XmlListener {
	readonly rows: (SheetRow | RowIssue)[] = [];
	readonly #context: CellContext;
	#line = 0;
	#cells = new Map<number, SheetCell>();
	#characters = 0;
	#column = -1;
	#type = 'n';
	#style = 0;
	#value = '';
	#isFormula = false;
	#isInCell = false;
	/** In an element whose text is the value; phonetic runs (rPh) also have such elements. */
	#isListening = false;
	#isPhonetic = false;

	constructor(context: CellContext) {
		this.#context = context;
	}

	open(name: string, attributes: Readonly<Record<string, string>>): void {
		if (name === 'row') this.#openRow(attributes.r);
		else if (name === 'c') this.#openCell(attributes);
		else if (!this.#isInCell) return;
		else if (name === 'f') this.#isFormula = true;
		else if (name === 'rPh') this.#isPhonetic = true;
		else if (name === 'v' || (name === 't' && !this.#isPhonetic)) this.#isListening = true;
	}

	text(text: string): void {
		if (this.#isListening && this.#characters <= mostRowCharacters) {
			this.#value += text;
			this.#characters += text.length;
		}
	}

	close(name: string): void {
		if (name === 'row') this.#closeRow();
		else if (name === 'c') {
			this.#isInCell = false;
			const cell = this.#readCell();
			if (cell.text !== '' || cell.fault !== null) this.#cells.set(this.#column, cell);
		} else if (name === 'rPh') this.#isPhonetic = false;
		else if (name === 'v' || name === 't') this.#isListening = false;
	}

	#openRow(number: string | undefined): void {
		this.#line = number === undefined ? this.#line + 1 : Number(number);
		if (!Number.isInteger(this.#line) || this.#line < 1) throw damagedWorkbook('the number of a row');
		if (this.#line > mostSheetRows)
			throw new FileFault(`has more than ${mostSheetRows} rows: split it into files and import these.`);
		this.#cells = new Map();
		this.#characters = 0;
		this.#column = -1;
	}

	#openCell(attributes: Readonly<Record<string, string>>): void {
		this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
		if (this.#column >= mostColumns) throw damagedWorkbook('a row of too many cells');
		this.#type = attributes.t ?? 'n';
		this.#style = Number(attributes.s ?? 0);
		this.#value = '';
		this.#isFormula = false;
		this.#isInCell = true;
	}

	#closeRow(): void {
		if (this.#characters > mostRowCharacters) {
			const message = `This row has more than ${mostRowCharacters / 1024 / 1024} million characters: leave attachments out.`;
			this.rows.push(rowIssue(this.#line, 'too-long', message));
			return;
		}
		this.rows.push({ line: this.#line, cells: this.#cells });
	}

	#readCell(): SheetCell {
		const value = this.#value;
		if (this.#type === 'e')
			return faulty(
				`The cell shows the error ${/^#[A-Z0-9/?!]{1,12}$/.test(value) ? value : 'of a formula'}: correct it or empty the cell.`
			);
		if (this.#isFormula && value === '' && this.#type !== 'str')
			return faulty(
				'The formula of this cell has no stored result: open the file in a spreadsheet program and save it, or paste values.'
			);
		if (this.#type === 's') return this.#readShared(value);
		if (this.#type === 'b')
			return { text: value === '1' || value === 'true' ? 'true' : 'false', fault: null };
		if (this.#type === 'n') return { text: this.#readNumber(value.trim()), fault: null };
		if (this.#type === 'd') return { text: value.trim().replace(/T00:00:00(\.0+)?$/, ''), fault: null };
		return { text: unescapeText(value), fault: null };
	}

	#readShared(index: string): SheetCell {
		const text = index.trim() === '' ? '' : this.#context.shared[Number(index)];
		if (text === undefined) return faulty('The text of this cell is missing in the file: save it again.');
		this.#characters += text.length;
		return { text, fault: null };
	}

	#readNumber(value: string): string {
		if (value === '' || this.#context.kinds[this.#style] !== 'date') return value && readNumber(value);
		return readSerial(Number(value), this.#context.is1904) ?? readNumber(value);
	}
}

function faulty(fault: string): SheetCell {
	return { text: '', fault };
}
