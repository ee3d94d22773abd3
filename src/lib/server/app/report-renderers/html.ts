import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import { chartPicture, legendMark } from './chart-picture.ts';
import { escapeXml } from './escape-xml.ts';
import { reportStyles } from './html-styles.ts';
import { say } from './say.ts';
import { showReport } from './show-report.ts';
import type { ShownBlock, ShownCards, ShownStrip, ShownTable } from './shown.ts';
import { sparkPicture } from './spark-picture.ts';

/** The report as one HTML file without anything outside of it: to read, to print, to send. */
export function renderHtml(document: ReportDocument, language: ReportLanguage): string {
	const { title, scope, sections } = showReport(document, { language });
	const contents = say({ en: 'Contents', zh: '目录' }, language);
	const mark = document.status === 'draft' ? say({ en: 'Draft', zh: '草稿' }, language) : '';
	return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(`${title} · ${scope}`)}</title>
<style>${reportStyles}</style>
</head>
<body>
${mark ? `<div class="mark" aria-hidden="true">${escapeXml(mark)}</div>` : ''}
<header><h1>${escapeXml(title)}</h1><p>${escapeXml([scope, mark].filter(Boolean).join(' · '))}</p></header>
<nav aria-label="${escapeXml(contents)}"><h2>${escapeXml(contents)}</h2><ol>${sections.map(({ id, title: name }) => `<li><a href="#${id}">${escapeXml(name)}</a></li>`).join('')}</ol></nav>
<main>
${sections.map(({ id, title: name, blocks }) => `<section id="${id}"><h2>${escapeXml(name)}</h2>\n${blocks.map(writeBlock).join('\n')}\n</section>`).join('\n')}
</main>
</body>
</html>
`;
}

function writeBlock(block: ShownBlock): string {
	if (block.kind === 'paragraph') return block.lines.map((line) => `<p>${escapeXml(line)}</p>`).join('');
	if (block.kind === 'table') return writeTable(block);
	if (block.kind === 'kpis') return writeStrip(block);
	if (block.kind === 'cards') return writeCards(block);
	const legend = block.spec.legend
		.map((item) => `<li>${legendMark(item)} ${escapeXml(item.label)}</li>`)
		.join('');
	const picture = chartPicture(block.spec, 720, 'sans-serif').replace(
		'<svg ',
		`<svg role="img" aria-label="${escapeXml(block.name)}" `
	);
	return `<figure><figcaption>${escapeXml(block.name)}</figcaption>${picture}<ul class="legend">${legend}</ul></figure>`;
}

function writeTable({ name, columns, rows }: ShownTable): string {
	const numeric = (index: number) => (columns[index]?.isNumeric ? ' class="n"' : '');
	const head = columns
		.map(({ label }, index) => `<th scope="col"${numeric(index)}>${escapeXml(label)}</th>`)
		.join('');
	const body = rows.map(
		(row) =>
			`<tr>${row
				.map(({ text, shade }, index) => {
					const style = shade ? ` style="--shade:${Math.round(shade * 55)}%"` : '';
					return index === 0
						? `<th scope="row">${escapeXml(text)}</th>`
						: `<td${numeric(index)}${style}>${escapeXml(text)}</td>`;
				})
				.join('')}</tr>`
	);
	return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeXml(name)}"><table><caption>${escapeXml(name)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function writeStrip({ name, items }: ShownStrip): string {
	const tiles = items.map(
		({ name: kpi, value, unit, interval, verdict, tone, spark }) =>
			`<li><span>${escapeXml(kpi)}</span><b>${escapeXml(value)}</b><small>${escapeXml(unit)}</small>${interval ? `<small>95% ${escapeXml(interval)}</small>` : ''}${verdict ? `<em class="${tone}">${escapeXml(verdict)}</em>` : ''}${spark.length > 1 ? sparkPicture(spark) : ''}</li>`
	);
	return `<ul class="kpis" aria-label="${escapeXml(name)}">${tiles.join('')}</ul>`;
}

function writeCards({ name, cards }: ShownCards): string {
	const list = cards.map(
		({ feedback, day, themes, excerpt }) =>
			`<li><small>${escapeXml([`#${feedback}`, day, themes].filter(Boolean).join(' · '))}</small><blockquote>${escapeXml(excerpt)}</blockquote></li>`
	);
	return `<h3>${escapeXml(name)}</h3><ul class="cards">${list.join('')}</ul>`;
}
