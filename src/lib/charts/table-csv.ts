import type { Cell, Table } from './spec.ts';

/**
 * The table as CSV (RFC 4180) with a byte order mark, by which Excel knows that Chinese is UTF-8. Numbers have full
 * precision; text that a spreadsheet would run as a formula is disarmed by an apostrophe.
 */
export function tableCsv({ columns, rows }: Table): string {
	const lines = [columns.map(({ label }) => quote(disarm(label))), ...rows.map((row) => row.map(writeCell))];
	return `\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function writeCell({ text, number }: Cell): string {
	if (number === null) return '';
	return number === undefined ? quote(disarm(text)) : String(number);
}

function disarm(text: string): string {
	return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
