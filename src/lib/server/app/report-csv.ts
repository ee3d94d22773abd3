import type { Actor } from '#core/domain/actor.ts';
import type { Locale } from '#core/domain/vocabulary.ts';
import { renderReportCsv } from '#core/reports/render-csv.ts';
import type { Deps } from './deps.ts';
import { report, type ReportInput } from './report.ts';
import { verb } from './verb.ts';

/** Every value of the month's report in one tidy CSV (UTF-8 with BOM): the numbers of the page, unrounded. */
export const reportCsv = verb(
	'read',
	async (
		deps: Deps,
		actor: Actor,
		{ locale, ...input }: ReportInput & { locale: Locale }
	): Promise<string> => {
		const { document } = await report(deps, actor, input);
		return renderReportCsv(document, locale, { bom: true });
	},
	({ month, locale }) => ({ action: 'export', kind: 'report', id: month, details: { language: locale } })
);
