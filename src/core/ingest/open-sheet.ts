import type { Contents } from './contents.ts';
import { FileFault } from './file-fault.ts';
import { readHeader, sheetRowToRow } from './header.ts';
import { openWorkbook, type Workbook } from './readers/xlsx/workbook.ts';
import type { ZipLocation } from './readers/zip.ts';

/**
 * Opens one sheet of a workbook as a table whose header is its first row that is not empty. Throws FileFault where
 * there is no such sheet or header.
 */
export async function openSheet(location: ZipLocation, wanted: string | undefined): Promise<Contents> {
	const workbook = await openWorkbook(location, wanted);
	const { line: headerLine, header } = await findHeader(workbook);
	return {
		format: 'xlsx',
		encoding: null,
		delimiter: null,
		sheet: workbook.sheet,
		sheets: workbook.sheets,
		header,
		rows: async function* () {
			let isBehindHeader = false;
			for await (const item of workbook.rows()) {
				if (!isBehindHeader) isBehindHeader = item.line === headerLine;
				else if ('code' in item) yield item;
				else {
					const row = sheetRowToRow(item, header);
					if (row) yield row;
				}
			}
		}
	};
}

async function findHeader(workbook: Workbook) {
	for await (const row of workbook.rows()) {
		if ('code' in row) throw new FileFault(`has no usable header in row ${row.line}: ${row.message}`);
		if (row.cells.size === 0) continue;
		const width = Math.max(...row.cells.keys()) + 1;
		const names = Array.from({ length: width }, (_, at) => row.cells.get(at)?.text ?? '');
		return { line: row.line, header: readHeader(names) };
	}
	throw new FileFault(`has nothing in its sheet “${workbook.sheet}”: there is nothing to import.`);
}
