import { expect, test } from 'vitest';
import { zipOf } from '../../../../../tests/formats/zip-writer.ts';
import { mostSheetRows } from './sheet.ts';
import { openWorkbook } from './workbook.ts';

const relation = (id: string, kind: string, target: string) =>
	`<Relationship Id="${id}" Type="http://x/${kind}" Target="${target}"/>`;

interface Parts {
	readonly sheet?: string;
	readonly shared?: string;
	readonly styles?: string;
	readonly sheets?: string;
	readonly properties?: string;
}

const twoSheets =
	'<sheet name="March" sheetId="1" r:id="r1"/><sheet name="April &amp; May" sheetId="2" r:id="r2"/>';

/** A workbook whose first sheet holds the rows given; without the parts of which nothing is said. */
function aWorkbook({ sheet = '', shared, styles, sheets = twoSheets, properties = '' }: Parts): Buffer {
	const data = (rows: string) => `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;
	return zipOf(
		{ name: '[Content_Types].xml', content: '<Types/>' },
		{
			name: '_rels/.rels',
			content: `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`
		},
		{
			name: 'xl/workbook.xml',
			content: `<workbook xmlns:r="x">${properties}<sheets>${sheets}</sheets></workbook>`
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			content: `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'worksheet', '../xl/worksheets/sheet2.xml')}${relation('r3', 'sharedStrings', 'sharedStrings.xml')}${relation('r4', 'styles', 'styles.xml')}${relation('r5', 'chartsheet', 'chart.xml')}</Relationships>`
		},
		{ name: 'xl/worksheets/sheet1.xml', content: data(sheet) },
		{
			name: 'xl/worksheets/sheet2.xml',
			content: data('<row><c t="inlineStr"><is><t>second</t></is></c></row>')
		},
		{ name: 'xl/sharedStrings.xml', content: `<sst>${shared ?? ''}</sst>` },
		{ name: 'xl/styles.xml', content: `<styleSheet>${styles ?? ''}</styleSheet>` }
	);
}

async function read(parts: Parts, wanted?: string) {
	const workbook = await openWorkbook(aWorkbook(parts), wanted);
	return Array.fromAsync(workbook.rows());
}

/** The texts of the cells of all rows, by row number and column. */
async function texts(parts: Parts, wanted?: string): Promise<Record<string, string>> {
	const rows = await read(parts, wanted);
	return Object.fromEntries(
		rows.flatMap((row): [string, string][] =>
			'code' in row
				? [[String(row.line), row.code]]
				: [...row.cells].map(([at, { text, fault }]) => [`${row.line}:${at}`, fault ?? text])
		)
	);
}

test('texts are read wherever they stand: shared, in the cell, in runs, with escapes', async () => {
	const shared =
		'<si><t>plain</t></si><si><r><t>Bold</t></r><r><t xml:space="preserve"> and not</t></r><rPh><t>にほん</t></rPh></si>';
	const sheet = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
		<row r="5"><c t="inlineStr"><is><r><t>in </t></r><r><t>line</t></r></is></c><c t="str"><f>A2</f><v>a_x000D_b &lt;&#x50AC;</v></c></row>
		<row><c t="inlineStr"><is><t><![CDATA[<raw>]]></t></is></c></row>`;
	expect(await texts({ shared, sheet })).toEqual({
		'2:0': 'plain',
		'2:2': 'Bold and not',
		'5:0': 'in line',
		'5:1': 'a\rb <催',
		'6:0': '<raw>'
	});
});

test('numbers, days and truths are read by their type and format', async () => {
	const styles =
		'<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
	const cell = (value: string, rest = '') => `<c ${rest}><v>${value}</v></c>`;
	const sheet = `<row>${cell('46086')}${cell('46086', 's="1"')}${cell('46086.5', 's="2"')}${cell('1', 't="b"')}${cell('12345678901234567890')}${cell('2026-03-05T00:00:00', 't="d"')}${cell('46086', 's="9"')}</row>`;
	expect(Object.values(await texts({ styles, sheet }))).toEqual([
		'46086',
		'2026-03-05',
		'2026-03-05T12:00:00',
		'true',
		'12345678901234567890',
		'2026-03-05',
		'46086'
	]);
	const old = {
		styles,
		sheet: `<row>${cell('44624', 's="1"')}</row>`,
		properties: '<workbookPr date1904="1"/>'
	};
	expect(await texts(old)).toEqual({ '1:0': '2026-03-05' });
});

test('a formula gives its stored result, and without one a fault, as an error does', async () => {
	const sheet =
		'<row><c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c><c><f>TODAY()</f></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="s"><v>7</v></c></row>';
	const cells = await texts({ sheet });
	expect(Object.keys(cells)).toEqual(['1:0', '1:2', '1:3', '1:4']);
	expect(cells['1:0']).toBe('2');
	expect(cells['1:2']).toMatch(/^The formula of this cell has no stored result/);
	expect(cells['1:3']).toMatch(/^The cell shows the error #DIV\/0!/);
	expect(cells['1:4']).toMatch(/^The text of this cell is missing/);
});

test('the first sheet that shows is read, or the one asked for', async () => {
	const sheets =
		'<sheet name="Hidden" state="hidden" r:id="r1"/><sheet name="Chart" r:id="r5"/><sheet name="April &amp; May" r:id="r2"/>';
	const { sheet, sheets: all } = await openWorkbook(aWorkbook({ sheets }));
	expect({ sheet, all }).toEqual({ sheet: 'April & May', all: ['Hidden', 'April & May'] });
	expect(await texts({}, 'April & May')).toEqual({ '1:0': 'second' });
	await expect(read({}, 'June')).rejects.toThrow(
		'has no sheet “June”: choose one of “March”, “April & May”.'
	);
	await expect(read({ sheets: '' })).rejects.toThrow(/without a worksheet/);
});

test('cells and rows outside of any sheet are refused, and cost nothing', async () => {
	await expect(read({ sheet: '<row><c r="XFE1"><v>1</v></c></row>' })).rejects.toThrow(/damaged workbook/);
	await expect(read({ sheet: '<row><c r="ZZZZZZZZ1"><v>1</v></c></row>' })).rejects.toThrow(
		/damaged workbook/
	);
	await expect(read({ sheet: '<row r="0"/>' })).rejects.toThrow(/damaged workbook/);
	await expect(read({ sheet: `<row r="${mostSheetRows + 1}"/>` })).rejects.toThrow(
		/has more than 1048576 rows/
	);
	const corners = '<row><c r="XFD"><v>1</v></c></row>'.repeat(50_000);
	expect(await read({ sheet: corners })).toHaveLength(50_000);
});

test('broken XML and missing parts are refused', async () => {
	await expect(read({ sheet: '<row><c>' })).rejects.toThrow(/is a damaged workbook \(its sheet\)/);
	await expect(read({ sheet: '<row>&bomb;</row>' })).rejects.toThrow(/damaged workbook/);
	await expect(read({ shared: '<si>' })).rejects.toThrow(/damaged workbook \(its texts\)/);
	const sheets = '<sheet name="A" r:id="r6"/>';
	await expect(read({ sheets })).rejects.toThrow(/without a worksheet/);
	await expect(openWorkbook(zipOf({ name: 'xl/other.xml', content: 'x' }))).rejects.toThrow(
		/damaged workbook/
	);
});

test('entities that a document type makes up are not expanded', async () => {
	const entities = `<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;">`;
	const bomb = `<!DOCTYPE workbook [${entities}]><workbook><sheets>&b;</sheets></workbook>`;
	const file = zipOf({ name: 'xl/workbook.xml', content: bomb });
	await expect(openWorkbook(file)).rejects.toThrow(/damaged workbook \(its list of sheets\)/);
});

test('a row of megabytes is an issue, a workbook beyond the limit is refused before it is read', async () => {
	const long = `<c t="inlineStr"><is><t>${'x'.repeat(1_100_000)}</t></is></c>`;
	const sheet = `<row>${long}${long}</row><row><c><v>1</v></c></row>`;
	expect(await texts({ sheet })).toEqual({ '1': 'too-long', '2:0': '1' });
	const lying = zipOf(
		{
			name: 'xl/workbook.xml',
			content: '<workbook xmlns:r="x"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>'
		},
		{ name: 'xl/_rels/workbook.xml.rels', content: `<R>${relation('r1', 'worksheet', 'a.xml')}</R>` },
		{ name: 'xl/a.xml', content: '<x/>', claims: { unpacked: 201 * 1024 * 1024 } }
	);
	await expect(openWorkbook(lying)).rejects.toThrow(
		/is a workbook of more than 200 MB when unpacked: save the sheet as CSV/
	);
});
