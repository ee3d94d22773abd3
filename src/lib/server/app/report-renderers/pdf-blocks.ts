import { chartPicture, legendMark, lightColours as colours } from './chart-picture.ts';
import { drawingFont, runsOf } from './pdf-fonts.ts';
import type { Content } from './pdf-content.ts';
import { sparkPicture } from './spark-picture.ts';
import type { ShownBlock, ShownCards, ShownKpi, ShownStrip, ShownTable } from './shown.ts';

/** Points between the margins of a landscape A4 page. */
const pageWidth = 770;

/** With its heading and sentences a chart fits on a page. */
const tallestChart = 330;

interface TextStyle {
	readonly bold?: boolean;
	readonly fontSize?: number;
	readonly color?: string;
	readonly alignment?: 'left' | 'right' | 'center';
	readonly margin?: [number, number, number, number];
}

/** A text in the fonts it needs. */
export function written(text: string, style: TextStyle = {}): { text: object[] } & TextStyle {
	return { text: runsOf(text).map(({ text: part, font }) => ({ text: part, font })), ...style };
}

export function drawBlock(block: ShownBlock): Content {
	if (block.kind === 'paragraph')
		return block.lines.map((line) => written(line, { margin: [0, 0, 0, 3] })) as Content;
	if (block.kind === 'table') return drawTable(block);
	if (block.kind === 'kpis') return drawStrip(block);
	if (block.kind === 'cards') return drawCards(block);
	const { spec, name } = block;
	return {
		stack: [
			written(name, { bold: true, margin: [0, 8, 0, 4] }),
			{ svg: chartPicture(spec, 720, drawingFont), fit: [620, tallestChart] },
			{
				columnGap: 4,
				margin: [0, 4, 0, 6],
				columns: spec.legend.flatMap((item) => [
					{ svg: legendMark(item), width: 7, margin: [0, 2, 0, 0] },
					{ ...written(`${item.label}   `, { fontSize: 7, color: colours.muted }), width: 'auto' }
				])
			}
		]
	} as Content;
}

const cellSize = 7;

/** The title is part of the heading that every page repeats, and never stands without rows. */
function drawTable({ name, columns, rows }: ShownTable): Content {
	const align = (index: number) => ({
		alignment: columns[index]?.isNumeric ? ('right' as const) : ('left' as const)
	});
	const title = {
		...written(name, { bold: true, fontSize: 9, margin: [0, 6, 0, 2] }),
		colSpan: columns.length
	};
	const heading = columns.map(({ label }, index) =>
		written(label, { fontSize: cellSize, color: colours.muted, ...align(index) })
	);
	const body = rows.map((row) =>
		columns.map((_, index) => {
			const cell = row[index];
			const shaded = cell?.shade ? { fillColor: shadeOf(cell.shade) } : {};
			return {
				...written(cell?.text ?? '', { fontSize: cellSize, ...align(index) }),
				...shaded
			};
		})
	);
	const empty = [
		[{ text: '–', colSpan: columns.length, fontSize: cellSize }, ...columns.slice(1).map(() => '')]
	];
	return {
		layout: 'report',
		margin: [0, 2, 0, 8],
		table: {
			headerRows: 2,
			keepWithHeaderRows: Math.min(3, Math.max(1, rows.length)),
			dontBreakRows: true,
			widths: widthsOf(columns, rows),
			body: [[title, ...columns.slice(1).map(() => '')], heading, ...(body.length > 0 ? body : empty)]
		}
	} as Content;
}

/** From white to a blue on which black is read. */
function shadeOf(shade: number): string {
	const mix = (from: number, to: number) =>
		Math.round(from + (to - from) * Math.min(1, shade))
			.toString(16)
			.padStart(2, '0');
	return `#${mix(255, 150)}${mix(255, 190)}${mix(255, 226)}`;
}

const padding = 8;
const most = { text: 230, word: 78, heading: 70 };

/** Each column as wide as its longest word needs, and what is left over where texts are long. */
function widthsOf(columns: ShownTable['columns'], rows: ShownTable['rows']): number[] {
	const room = pageWidth - columns.length * padding;
	const needs = columns.map(({ label, isNumeric }, index) => {
		const texts = rows.map((row) => row[index]?.text ?? '');
		const longest = Math.max(0, ...texts.map(widthOf));
		const words = [label, ...texts].flatMap((text) => text.split(/[\s]+/));
		const unbroken = isNumeric ? longest + 5 : 0;
		const least = Math.min(
			most.word,
			Math.max(14, unbroken, ...words.map((word) => Math.min(widthOf(word), wordPart(word))))
		);
		return {
			least,
			wished: Math.max(least, Math.min(most.text, longest), Math.min(most.heading, widthOf(label)))
		};
	});
	const least = needs.reduce((sum, need) => sum + need.least, 0);
	const wished = needs.reduce((sum, need) => sum + need.wished, 0);
	if (wished <= room) return needs.map((need) => need.wished + 1);
	if (least >= room) return needs.map((need) => (need.least * room) / least);
	const share = (room - least) / (wished - least);
	return needs.map((need) => need.least + (need.wished - need.least) * share);
}

/** A Chinese word may be broken after any character. */
function wordPart(word: string): number {
	return /[\u2e80-\uffef]/.test(word) ? 4 * cellSize + 2 : Infinity;
}

function widthOf(text: string): number {
	let width = 0;
	for (const character of text) width += character > '\u2e80' ? cellSize : cellSize * 0.6;
	return width + 2;
}

function drawStrip({ items }: ShownStrip): Content {
	return {
		columnGap: 10,
		margin: [0, 4, 0, 8],
		columns: items.map((item) => ({ width: '*', stack: kpiLines(item) }))
	} as Content;
}

const toneColours = { good: colours.good, bad: colours.bad, plain: colours.muted } as const;

function kpiLines({ name, value, unit, interval, verdict, tone, spark }: ShownKpi): object[] {
	return [
		written(name, { fontSize: 8, color: colours.muted }),
		written(value, { fontSize: 18, bold: true }),
		written(unit, { fontSize: 7, color: colours.muted }),
		...(interval ? [written(`95% ${interval}`, { fontSize: 7, color: colours.muted })] : []),
		...(verdict
			? [written(verdict, { fontSize: 8, bold: tone !== 'plain', color: toneColours[tone] ?? '' })]
			: []),
		...(spark.length > 1 ? [{ svg: sparkPicture(spark), width: 100, margin: [0, 2, 0, 0] }] : [])
	];
}

function drawCards({ name, cards }: ShownCards): Content {
	const [first, ...more] = cards.map(
		({ feedback, day, themes, excerpt }) =>
			({
				unbreakable: true,
				margin: [0, 2, 0, 4],
				stack: [
					written([`#${feedback}`, day, themes].filter(Boolean).join(' · '), {
						fontSize: 7,
						color: colours.muted
					}),
					written(excerpt, { fontSize: 8 })
				]
			}) as Content
	);
	const title = written(name, { bold: true, fontSize: 9, margin: [0, 6, 0, 2] });
	return [{ unbreakable: true, stack: [title, ...(first ? [first] : [])] }, ...more] as Content[];
}
