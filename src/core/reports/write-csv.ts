export type CsvValue = string | number | null;

export interface CsvOptions {
	/** Byte order mark, without which Excel in Chinese reads UTF-8 as GBK. */
	readonly bom: boolean;
}

/** What a spreadsheet may take for the start of a formula; the wide forms count in Chinese and Japanese editions. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^-\d+(\.\d+)?$/;

/**
 * Writes rows as CSV (RFC 4180: CRLF line ends, quotes doubled). Numbers are the shortest text that reads back as
 * the same number; null and what is not finite is empty. Text that a spreadsheet would run as a formula gets a
 * leading apostrophe (OWASP, CSV Injection).
 */
export function writeCsv(rows: readonly (readonly CsvValue[])[], { bom }: CsvOptions): string {
	const lines = rows.map((row) => `${row.map(writeField).join(',')}\r\n`);
	return (bom ? '\uFEFF' : '') + lines.join('');
}

function writeField(value: CsvValue): string {
	if (value === null) return '';
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
	const safe = formulaStart.test(value) && !plainNumber.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
