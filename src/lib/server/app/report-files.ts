import type { Actor } from '#core/domain/actor.ts';
import type { AuditEntry } from '#core/domain/audit.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { isSigned } from '#core/domain/report-flow.ts';
import { localesOf, writeReportScope, type ReportLanguage } from '#core/domain/report-choice.ts';
import { renderReportCsv } from '#core/reports/render-csv.ts';
import type { Deps } from './deps.ts';
import { feedbackCsv } from './feedback-csv.ts';
import { renderBoardSvg } from './report-renderers/board-svg.ts';
import { renderBoardText } from './report-renderers/board-text.ts';
import { renderHtml } from './report-renderers/html.ts';
import { renderManifest, type ReportFile } from './report-renderers/manifest.ts';
import { needPart } from './report-flow/frozen-document.ts';
import { report, type Report, type ReportInput } from './report.ts';
import { verb } from './verb.ts';

/** `csv`: all values · `annex`: the feedback of the month · `png`, `svg` and `txt`: the page for the board. */
export const reportFormats = ['pdf', 'xlsx', 'html', 'csv', 'annex', 'png', 'svg', 'txt'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportFilesInput extends ReportInput {
	readonly languages: readonly ReportLanguage[];
	readonly formats: readonly ReportFormat[];
}

/**
 * A month's report as files, with a manifest of their hashes last. A copy for readers outside has no annex: records
 * would give away the counts that it hides. Throws as {@link report} does.
 */
export const reportFiles = verb(
	'read',
	async (deps: Deps, actor: Actor, input: ReportFilesInput): Promise<readonly ReportFile[]> => {
		const { languages, formats, ...asked } = input;
		const made = await report(deps, actor, asked);
		const files: ReportFile[] = [];
		for (const format of formats.filter((one) => one !== 'annex'))
			for (const language of languages) files.push(await renderFile(made, format, language, asked));
		if (formats.includes('annex') && made.document.copy !== 'outside')
			files.push(await annexOf(deps, actor, made, asked));
		const manifest = renderManifest(made.document, languages, files);
		const name = `${baseName(asked)}.manifest.json`;
		return [...files, { name, mediaType: 'application/json', bytes: Buffer.from(manifest) }];
	},
	({ month, copy = 'internal', formats }) => exported(month, { copy, formats })
);

function exported(month: string, details: NonNullable<AuditEntry['details']>): AuditEntry {
	return { action: 'export', kind: 'report', id: month, details };
}

/** One file of the report, as a page offers it; its manifest is another. */
export const reportFile = verb(
	'read',
	async (
		deps: Deps,
		actor: Actor,
		{ language, format, ...input }: ReportInput & { language: ReportLanguage; format: ReportFormat }
	): Promise<ReportFile> => {
		const made = await report(deps, actor, input);
		return format === 'annex' ? annexOf(deps, actor, made, input) : renderFile(made, format, language, input);
	},
	({ month, copy = 'internal', format }) => exported(month, { copy, formats: [format] })
);

/** What was signed: the hashes of its files, byte for byte. Throws `not-found` where nothing is signed. */
export const signedManifest = verb(
	'read',
	async (deps: Deps, actor: Actor, input: ReportInput): Promise<ReportFile> => {
		const { frozen } = await report(deps, actor, input);
		if (!frozen || !isSigned(frozen.state))
			throw new EarshotError('not-found', 'This report is not signed: there is no signed manifest of it.');
		const manifest = await needPart(deps, frozen.id, 'manifest');
		return {
			name: `${baseName(input)}.v${frozen.version}.signed.json`,
			mediaType: 'application/json',
			bytes: Buffer.from(manifest)
		};
	},
	({ month, copy = 'internal' }) => exported(month, { copy, formats: ['signed-manifest'] })
);

type Rendered = Exclude<ReportFormat, 'annex'>;

const mediaTypes: Readonly<Record<Rendered, string>> = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	html: 'text/html; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	png: 'image/png',
	svg: 'image/svg+xml',
	txt: 'text/plain; charset=utf-8'
};

async function renderFile(
	{ document }: Report,
	format: Rendered,
	language: ReportLanguage,
	input: ReportInput
): Promise<ReportFile> {
	return {
		name: `${baseName(input)}.${language}.${format}`,
		mediaType: mediaTypes[format],
		bytes: await contentOf(document, format, language)
	};
}

async function contentOf(document: Report['document'], format: Rendered, language: ReportLanguage) {
	// The libraries of these three are large: a server that makes no such file does not load them.
	if (format === 'pdf') return (await import('./report-renderers/pdf.ts')).renderPdf(document, language);
	if (format === 'xlsx') return (await import('./report-renderers/xlsx.ts')).renderXlsx(document, language);
	if (format === 'png')
		return (await import('./report-renderers/board-png.ts')).renderBoardPng(document, language);
	if (format === 'html') return Buffer.from(renderHtml(document, language));
	if (format === 'svg') return Buffer.from(renderBoardSvg(document, language));
	if (format === 'txt') return Buffer.from(renderBoardText(document, language));
	return Buffer.from(renderReportCsv(document, localesOf(language)[0] ?? 'en', { bom: true }));
}

async function annexOf(
	deps: Deps,
	actor: Actor,
	{ filter, frozen }: Report,
	input: ReportInput
): Promise<ReportFile> {
	const chunks: string[] = [];
	if (frozen) chunks.push(await needPart(deps, frozen.id, 'annex'));
	else for await (const chunk of await feedbackCsv(deps, actor, { filter })) chunks.push(chunk);
	return {
		name: `${baseName(input)}.annex.csv`,
		mediaType: mediaTypes.csv,
		bytes: Buffer.from(chunks.join(''))
	};
}

/** In letters that every file system and header takes. */
function baseName({ month, scope = null, copy = 'internal' }: ReportInput): string {
	const parts = [`earshot-report-${month}`];
	if (scope !== null) parts.push(writeReportScope(scope));
	if (copy !== 'internal') parts.push(copy);
	return parts.join('-').replace(/[^A-Za-z0-9.-]+/g, '-');
}
