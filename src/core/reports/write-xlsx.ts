import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sheetXml } from './sheet-xml.ts';
import type { Sheet } from './sheet.ts';

/** What Excel reads of a sheet, the header included. */
export const mostSheetRows = 1_048_576;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An Excel workbook (Office Open XML), in chunks as the pages are read: memory does not grow with the rows. */
export function writeXlsx(sheets: readonly Sheet[]): AsyncIterable<Uint8Array> {
	const zip = new ZipFile();
	const output = Readable.from(zip.outputStream);
	zip.on('error', (error) => output.destroy(error as Error));
	const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(head + xml), path);
	add('[Content_Types].xml', contentTypes(sheets.length));
	add(
		'_rels/.rels',
		`<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	);
	add('xl/workbook.xml', workbook(sheets));
	add('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
	add('xl/styles.xml', styles);
	for (const [at, sheet] of sheets.entries())
		zip.addReadStreamLazy(`xl/worksheets/sheet${at + 1}.xml`, (callback) => {
			callback(null, Readable.from(withHead(sheet), { objectMode: false }));
		});
	zip.end();
	return output;
}

async function* withHead(sheet: Sheet): AsyncGenerator<Buffer> {
	yield Buffer.from(head);
	for await (const part of sheetXml(sheet, main)) yield Buffer.from(part);
}

function contentTypes(sheets: number): string {
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	const parts = Array.from(
		{ length: sheets },
		(_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`
	);
	return `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts.join('')}</Types>`;
}

function workbook(sheets: readonly Sheet[]): string {
	const list = sheets.map(
		({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
	);
	return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
	const list = Array.from(
		{ length: sheets },
		(_, at) =>
			`<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`
	);
	return `<Relationships xmlns="${packaging}/relationships">${list.join('')}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;
}

/** Styles by number: 0 plain, 1 the header, 2 a day. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
