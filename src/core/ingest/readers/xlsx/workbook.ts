import { posix } from 'node:path';
import type { RowIssue } from '#core/domain/import.ts';
import { FileFault } from '../../file-fault.ts';
import { listZip, readZipEntry, type ZipEntry, type ZipLocation } from '../zip.ts';
import { kindOfBuiltIn, kindOfFormat, type NumberKind } from './cell.ts';
import { readSheet, type CellContext, type SheetRow } from './sheet.ts';
import { attribute, damagedWorkbook, parseWhole, unescapeText } from './xml.ts';

/** So much of a workbook may be unpacked: its sheet, its texts and its styles together. */
const mostWorkbookMegabytes = 200;

/** A workbook whose sheets are known; nothing of them is in memory yet. */
export interface Workbook {
	/** The names of its worksheets in order. */
	readonly sheets: readonly string[];
	/** The one that is read: the one asked for, or the first that is not hidden. */
	readonly sheet: string;
	/** Streams the rows of that sheet; the texts that its cells share are in memory meanwhile. */
	rows(): AsyncGenerator<SheetRow | RowIssue>;
}

interface Sheet {
	readonly name: string;
	readonly isHidden: boolean;
	/** The part inside the workbook. */
	readonly part: string;
}

interface Parts {
	readonly location: ZipLocation;
	readonly entries: ReadonlyMap<string, ZipEntry>;
}

const kinds = {
	worksheet: '/worksheet',
	shared: '/sharedStrings',
	styles: '/styles',
	workbook: '/officeDocument'
} as const;

/**
 * Opens a workbook (XLSX, XLSM). Throws FileFault where it is damaged, is too large, has no worksheet or none of the
 * name asked for.
 */
export async function openWorkbook(location: ZipLocation, wanted?: string): Promise<Workbook> {
	const entries = await listZip(location);
	const parts = { location, entries: new Map(entries.map((entry) => [entry.name.toLowerCase(), entry])) };
	const [root] = await relationsOf(parts, '', kinds.workbook);
	const main = root?.target ?? 'xl/workbook.xml';
	const relations = await relationsOf(parts, main);
	const { sheets, is1904 } = await readSheets(parts, main, relations);
	const sheet = chooseSheet(sheets, wanted);
	const partOf = (kind: string) => relations.find(({ type }) => type.endsWith(kind))?.target;
	const [shared, styles] = [partOf(kinds.shared), partOf(kinds.styles)];
	checkSize(parts, [sheet.part, shared, styles]);
	return {
		sheets: sheets.map(({ name }) => name),
		sheet: sheet.name,
		rows: async function* () {
			const context: CellContext = {
				shared: shared ? await readSharedTexts(parts, shared) : [],
				kinds: styles ? await readStyles(parts, styles) : [],
				is1904
			};
			yield* readSheet(readPart(parts, sheet.part), context);
		}
	};
}

function checkSize({ entries }: Parts, names: readonly (string | undefined)[]): void {
	const sizes = names.map((name) => (name && entries.get(name.toLowerCase())?.unpacked) || 0);
	const sum = sizes.reduce((before, size) => before + size, 0);
	if (sum <= mostWorkbookMegabytes * 1024 * 1024) return;
	throw new FileFault(
		`is a workbook of more than ${mostWorkbookMegabytes} MB when unpacked: save the sheet as CSV, which may be larger, and import that.`
	);
}

/** A part by its name in any case. Throws FileFault where it is missing. */
async function* readPart(parts: Parts, name: string): AsyncGenerator<Buffer> {
	const entry = parts.entries.get(name.toLowerCase());
	if (!entry) throw damagedWorkbook('a part is missing');
	checkSize(parts, [name]);
	yield* readZipEntry(parts.location, entry.name);
}

interface Relation {
	readonly id: string;
	readonly type: string;
	readonly target: string;
}

/** What a part refers to, or the workbook as a whole where the part is ''. */
async function relationsOf(parts: Parts, part: string, kind = ''): Promise<readonly Relation[]> {
	const folder = part.slice(0, part.lastIndexOf('/') + 1);
	const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
	if (!parts.entries.has(name.toLowerCase())) return [];
	const relations: Relation[] = [];
	await parseWhole(readPart(parts, name), 'its relations', {
		open(element, { Id: id, Type: type, Target: target }) {
			if (element === 'Relationship' && id && type?.endsWith(kind) && target)
				relations.push({ id, type, target: resolvePart(folder, target) });
		}
	});
	return relations;
}

function resolvePart(folder: string, target: string): string {
	return posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1);
}

async function readSheets(parts: Parts, main: string, relations: readonly Relation[]) {
	const sheets: Sheet[] = [];
	let is1904 = false;
	await parseWhole(readPart(parts, main), 'its list of sheets', {
		open(element, attributes) {
			if (element === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
			if (element !== 'sheet') return;
			const relation = relations.find(({ id }) => id === attribute(attributes, 'id'));
			if (relation?.type.endsWith(kinds.worksheet) && attributes.name)
				sheets.push({
					name: attributes.name,
					isHidden: (attributes.state ?? 'visible') !== 'visible',
					part: relation.target
				});
		}
	});
	return { sheets, is1904 };
}

function chooseSheet(sheets: readonly Sheet[], wanted: string | undefined): Sheet {
	const chosen =
		wanted === undefined
			? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
			: sheets.find(({ name }) => name === wanted);
	if (chosen) return chosen;
	if (sheets.length === 0)
		throw new FileFault('is a workbook without a worksheet: there is nothing to import.');
	const names = sheets.map(({ name }) => `“${name}”`).join(', ');
	throw new FileFault(`has no sheet “${wanted}”: choose one of ${names}.`);
}

/** The texts that cells refer to by number, without their formats and their phonetic runs. */
async function readSharedTexts(parts: Parts, part: string): Promise<readonly string[]> {
	const texts: string[] = [];
	let text = '';
	let isListening = false;
	let isPhonetic = false;
	await parseWhole(readPart(parts, part), 'its texts', {
		open(element) {
			if (element === 'si') text = '';
			else if (element === 'rPh') isPhonetic = true;
			else if (element === 't') isListening = !isPhonetic;
		},
		text(more) {
			if (isListening) text += more;
		},
		close(element) {
			if (element === 'si') texts.push(unescapeText(text));
			else if (element === 'rPh') isPhonetic = false;
			else if (element === 't') isListening = false;
		}
	});
	return texts;
}

/** How each style of a cell reads a number. */
async function readStyles(parts: Parts, part: string): Promise<readonly NumberKind[]> {
	const formats = new Map<number, NumberKind>();
	const styles: NumberKind[] = [];
	let isInCellStyles = false;
	await parseWhole(readPart(parts, part), 'its styles', {
		open(element, { numFmtId, formatCode }) {
			const id = Number(numFmtId ?? 0);
			if (element === 'numFmt' && formatCode !== undefined) formats.set(id, kindOfFormat(formatCode));
			else if (element === 'cellXfs') isInCellStyles = true;
			else if (element === 'xf' && isInCellStyles) styles.push(formats.get(id) ?? kindOfBuiltIn(id));
		},
		close(element) {
			if (element === 'cellXfs') isInCellStyles = false;
		}
	});
	return styles;
}
