import type { CellValue, Column, Sheet } from './sheet.ts';

const header = 1;
const dayStyle = 2;
/** Of one cell, in UTF-16 units. */
const longestText = 32_767;
const msPerDay = 86_400_000;
/** Excel counts from here; days before its March 1900 are off by one, so they stay text. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = '1900-03-01';

/** One worksheet with a header that stays in sight, in parts; text is never a formula. */
export async function* sheetXml({ columns, pages }: Sheet, namespace: string): AsyncGenerator<string> {
	const widths = columns
		.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
		.join('');
	yield `<worksheet xmlns="${namespace}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
	const names = columns.map((_, at) => columnName(at));
	const titles = columns.map(({ name }, at) => textCell(`${names[at]}1`, name, header));
	yield `<row r="1">${titles.join('')}</row>`;
	let number = 1;
	for await (const rows of pages) {
		let xml = '';
		for (const row of rows) {
			number++;
			const cells = columns.map((column, at) => cell(`${names[at]}${number}`, column, row[at] ?? null));
			xml += `<row r="${number}">${cells.join('')}</row>`;
		}
		yield xml;
	}
	yield '</sheetData></worksheet>';
}

function cell(place: string, { kind }: Column, value: CellValue): string {
	if (value === null || value === '') return '';
	if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : '';
	if (kind === 'day' && value >= firstDay) {
		const serial = (Date.parse(`${value}T00:00:00Z`) - dayZero) / msPerDay;
		if (Number.isInteger(serial)) return `<c r="${place}" s="${dayStyle}"><v>${serial}</v></c>`;
	}
	return textCell(place, value);
}

function textCell(place: string, text: string, style = 0): string {
	return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(fitted(text))}</t></is></c>`;
}

function fitted(text: string): string {
	return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

/** What XML cannot hold is written in Excel's own way (_x000B_), and so is text that looks like it. */
function escapeXml(text: string): string {
	return text
		.toWellFormed()
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, (sign) => `_x${code(sign)}_`)
		.replace(/[&<>\r]/g, (sign) =>
			sign === '\r' ? '&#13;' : ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' }[sign] ?? '')
		);
}

function code(sign: string): string {
	return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** A, B … Z, AA, AB … */
function columnName(at: number): string {
	const letter = String.fromCharCode(65 + (at % 26));
	return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}
