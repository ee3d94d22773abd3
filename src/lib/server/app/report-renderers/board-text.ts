import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import { showReport } from './show-report.ts';
import type { ShownReport, ShownStrip } from './shown.ts';

export interface Board {
	readonly report: ShownReport;
	readonly strip: ShownStrip;
	readonly sentences: readonly string[];
	/** Draft, simulated, copy for outside: what must be read with the numbers. */
	readonly cautions: readonly string[];
}

/** The one page for people in a hurry: the strip of the summary and its sentences. */
export function boardOf(document: ReportDocument, language: ReportLanguage): Board {
	const report = showReport(document, { language });
	const blocks = report.sections.find(({ id }) => id === 'summary')?.blocks ?? [];
	const cover = report.sections.find(({ id }) => id === 'cover')?.blocks ?? [];
	const lines = (from: typeof blocks) =>
		from.flatMap((block) => (block.kind === 'paragraph' ? block.lines : []));
	return {
		report,
		strip: blocks.find((block) => block.kind === 'kpis') ?? { kind: 'kpis', name: '', items: [] },
		sentences: lines(blocks),
		cautions: lines(cover)
	};
}

/** For a message: plain text without layout. */
export function renderBoardText(document: ReportDocument, language: ReportLanguage): string {
	const { report, strip, sentences, cautions } = boardOf(document, language);
	const values = strip.items.map(({ name, value, unit, interval, verdict }) => {
		const range = interval ? ` (95% ${interval})` : '';
		return `${name}: ${value} ${unit}${range}${verdict ? ` – ${verdict}` : ''}`;
	});
	return `${[`${report.title} · ${report.scope}`, ...cautions, '', ...values, '', ...sentences].join('\n')}\n`;
}
