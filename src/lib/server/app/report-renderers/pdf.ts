import pdfmake from 'pdfmake';
import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import { lightColours as colours } from './chart-picture.ts';
import { drawBlock, written } from './pdf-blocks.ts';
import type { Content, PdfDefinition } from './pdf-content.ts';
import { drawingFont, fontFile, mainFont, runsOf } from './pdf-fonts.ts';
import { say } from './say.ts';
import { showReport } from './show-report.ts';
import type { ShownBlock, ShownReport, ShownSection } from './shown.ts';

/** A landscape A4 page, in points. */
const margin = 36;
/** A heading below this begins a new page: under it there is no room for what it announces. */
const lowestHeading = 430;

/**
 * The report as a PDF for print: cover, contents with page numbers, then the chapters, with charts as vectors. Nothing
 * in it depends on when or where it is made.
 */
export async function renderPdf(document: ReportDocument, language: ReportLanguage): Promise<Buffer> {
	const shown = showReport(document, { language });
	const content = [...frontOf(shown, language), ...shown.sections.slice(1).flatMap(drawSection)];
	for (const font of fontsIn(content)) addFont(font);
	const computed = new Date(document.computedAt);
	const definition: PdfDefinition = {
		pageSize: 'A4',
		pageOrientation: 'landscape',
		pageMargins: [margin, margin, margin, margin + 8],
		language: language === 'zh' ? 'zh-CN' : 'en',
		info: {
			title: `${shown.title} · ${shown.scope}`,
			subject: shown.month,
			creator: `Earshot ${document.method.appVersion}`,
			producer: 'pdfmake',
			creationDate: computed,
			modDate: computed
		},
		defaultStyle: { font: mainFont, fontSize: 9, lineHeight: 1.25, color: colours.ink },
		content,
		footer: (page, pages) => footerOf(document, shown, language, `${page} / ${pages}`),
		pageBreakBefore: ({ headlineLevel, startPosition }) =>
			headlineLevel === 2 && startPosition.top > lowestHeading,
		...(document.status === 'draft' ? { watermark: draftMark(language) } : {})
	};
	const pdf = pdfmake.createPdf(definition);
	return pdf.getBuffer();
}

/** Missing in the types of the library. */
const { virtualfs: memoryFiles } = pdfmake as unknown as {
	virtualfs: { writeFileSync(name: string, content: Buffer): void };
};
const registered = new Set<string>();

/**
 * Fonts are handed to the PDF library as files in memory: it reads nothing from disk or network. Drawings ask for the
 * main font by the name that is written in it, under which the library keeps what the text has opened.
 */
function addFont(name: string): void {
	if (registered.has(name)) return;
	registered.add(name);
	pdfmake.setLocalAccessPolicy(() => false);
	pdfmake.setUrlAccessPolicy(() => false);
	pdfmake.addTableLayouts({ report: tableLines });
	const files = { normal: `${name}-400.ttf`, bold: `${name}-700.ttf` };
	memoryFiles.writeFileSync(files.normal, fontFile(name, 400));
	memoryFiles.writeFileSync(files.bold, fontFile(name, 700));
	pdfmake.addFonts({
		[name]: files,
		...(name === mainFont
			? { [drawingFont]: { normal: 'NotoSansSCThin-Regular', bold: 'NotoSansSCThin-Bold' } }
			: {})
	});
}

function fontsIn(content: unknown): Set<string> {
	const found = new Set([mainFont]);
	const look = (node: unknown): void => {
		if (Array.isArray(node)) for (const one of node) look(one);
		else if (typeof node === 'object' && node !== null)
			for (const [key, value] of Object.entries(node)) {
				if (key === 'font' && typeof value === 'string') found.add(value);
				else look(value);
			}
	};
	look(content);
	return found;
}

function frontOf({ title, scope, sections }: ShownReport, language: ReportLanguage): Content[] {
	const [cover] = sections;
	return [
		written(title, { fontSize: 24, bold: true, margin: [0, 60, 0, 4] }) as Content,
		written(scope, { fontSize: 13, color: colours.muted, margin: [0, 0, 0, 16] }) as Content,
		...(cover?.blocks.map(drawBlock) ?? []),
		{
			pageBreak: 'before',
			toc: {
				title: { ...written(say({ en: 'Contents', zh: '目录' }, language), { fontSize: 15, bold: true }) },
				numberStyle: { color: colours.muted }
			}
		} as Content
	];
}

/** A heading and sentences stay with the chart after them; before a table they begin a new page where little room is left. */
function drawSection({ title, blocks }: ShownSection, index: number): Content[] {
	const heading = {
		...written(title, { fontSize: 14, bold: true, margin: [0, 10, 0, 6] }),
		tocItem: true,
		tocMargin: [0, 2, 0, 0],
		outline: true,
		outlineText: title
	} as Content;
	const drawn: Content[] = [];
	let waiting: Content[] = [heading];
	for (const block of blocks) {
		if (isShort(block) || block.kind === 'chart') waiting.push(drawBlock(block));
		if (isShort(block)) continue;
		if (waiting.length > 0) drawn.push({ unbreakable: true, headlineLevel: 2, stack: waiting });
		waiting = [];
		if (block.kind !== 'chart') drawn.push(drawBlock(block));
	}
	if (waiting.length > 0) drawn.push({ unbreakable: true, stack: waiting });
	const [first, ...more] = drawn;
	return index === 0 ? [{ ...(first as object), pageBreak: 'before' } as Content, ...more] : drawn;
}

function isShort(block: ShownBlock): boolean {
	return block.kind === 'paragraph' || block.kind === 'kpis';
}

const tableLines = {
	hLineWidth: (row: number) => (row <= 1 ? 0 : 0.5),
	vLineWidth: () => 0,
	hLineColor: (row: number) => (row === 2 ? colours.edge : colours.line),
	paddingLeft: () => 2,
	paddingRight: () => 6,
	paddingTop: () => 1.5,
	paddingBottom: () => 1.5
} as never;

function draftMark(language: ReportLanguage) {
	const text = language === 'zh' ? '草稿' : 'DRAFT';
	return { text, font: mainFont, bold: true, color: colours.muted, opacity: 0.1, angle: -30, fontSize: 120 };
}

function footerOf(
	document: ReportDocument,
	shown: ShownReport,
	language: ReportLanguage,
	pages: string
): Content {
	const small = { fontSize: 7, color: colours.muted };
	const simulated = { en: 'Simulated data', zh: '模拟数据' };
	const draft = { en: 'Draft', zh: '草稿' };
	const notes = [
		shown.title,
		shown.scope,
		...(document.status === 'draft' ? [say(draft, language)] : []),
		...(document.origin === 'imported' ? [] : [say(simulated, language)])
	];
	return {
		margin: [margin, 12, margin, 0],
		columns: [
			{ ...written(notes.join(' · '), small), width: '*' },
			{ text: runsOf(pages).map(({ text }) => ({ text })), ...small, alignment: 'right', width: 60 }
		]
	} as Content;
}
