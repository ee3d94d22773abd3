import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import { sparkline } from '#lib/charts/sparkline.ts';
import { boardOf } from './board-text.ts';
import { lightColours as colours } from './chart-picture.ts';
import { escapeXml } from './escape-xml.ts';
import type { ShownKpi } from './shown.ts';

const size = { width: 1200, margin: 48 };
const columns = 3;
const tile = { width: (size.width - 2 * size.margin) / columns, height: 170 };
const fonts = 'system-ui, Segoe UI, Noto Sans, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif';
const lineHeight = 26;

/** The one page for people in a hurry as a picture, in the first of `families` that the reader has. */
export function renderBoardSvg(
	document: ReportDocument,
	language: ReportLanguage,
	families: string = fonts
): string {
	const { report, strip, sentences, cautions } = boardOf(document, language);
	const parts: string[] = [];
	let y = size.margin + 30;
	const write = (text: string, style: { size: number; colour: string; weight?: number }) => {
		for (const line of wrap(text, style.size)) {
			parts.push(textAt(size.margin, y, line, style));
			y += Math.max(lineHeight, style.size * 1.35);
		}
	};
	write(report.title, { size: 32, colour: colours.ink ?? '', weight: 700 });
	write(report.scope, { size: 18, colour: colours.muted ?? '' });
	for (const caution of cautions) write(caution, { size: 15, colour: colours.bad ?? '' });
	y += 12;
	strip.items.forEach((item, index) => {
		const [x, top] = [
			size.margin + (index % columns) * tile.width,
			y + Math.floor(index / columns) * tile.height
		];
		parts.push(...tileParts(item, x, top));
	});
	y += Math.ceil(strip.items.length / columns) * tile.height + 16;
	for (const sentence of sentences) write(sentence, { size: 16, colour: colours.ink ?? '' });
	const height = Math.ceil(y + size.margin - lineHeight);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}" font-family="${families}" role="img">`,
		`<title>${escapeXml(`${report.title} · ${report.scope}`)}</title>`,
		`<rect width="${size.width}" height="${height}" fill="${colours.card}"/>`,
		...parts,
		'</svg>\n'
	].join('\n');
}

function tileParts(
	{ name, value, unit, interval, verdict, tone, spark }: ShownKpi,
	x: number,
	y: number
): string[] {
	const muted = colours.muted ?? '';
	const [text, note] = [
		{ size: 15, colour: muted },
		{ size: 13, colour: muted }
	];
	const tones = { good: colours.good, bad: colours.bad, plain: colours.muted };
	const { path } = sparkline(spark, { width: 150, height: 34 });
	return [
		`<path d="M${x} ${y}H${x + tile.width - 24}" stroke="${colours.line}"/>`,
		textAt(x, y + 26, name, text),
		textAt(x, y + 66, value, { size: 34, colour: colours.ink ?? '', weight: 700 }),
		textAt(x, y + 90, unit, note),
		...(interval ? [textAt(x, y + 110, `95% ${interval}`, note)] : []),
		...(verdict
			? [textAt(x, y + 134, verdict, { size: 15, colour: tones[tone] ?? muted, weight: 600 })]
			: []),
		...(path
			? [
					`<path transform="translate(${x + tile.width - 190} ${y + 40})" d="${path}" fill="none" stroke="${colours.accent}" stroke-width="2"/>`
				]
			: [])
	];
}

function textAt(
	x: number,
	y: number,
	text: string,
	style: { size: number; colour: string; weight?: number }
): string {
	const weight = style.weight ? ` font-weight="${style.weight}"` : '';
	return `<text x="${x}" y="${y}" font-size="${style.size}" fill="${style.colour}"${weight}>${escapeXml(text)}</text>`;
}

/** SVG breaks no lines. A Chinese character is as wide as it is high, others a little more than half of that. */
function wrap(text: string, fontSize: number): string[] {
	const room = size.width - 2 * size.margin;
	const lines: string[] = [''];
	let used = 0;
	for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
		const needed = Array.from(piece).reduce(
			(sum, one) => sum + (one > '\u2e80' ? fontSize : 0.56 * fontSize),
			0
		);
		if (used + needed > room && used > 0) {
			lines.push('');
			used = 0;
		}
		lines[lines.length - 1] += piece;
		used += needed;
	}
	return lines.map((line) => line.trim());
}
