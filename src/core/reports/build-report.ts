import type { ReportDocument } from './blocks.ts';
import type { ReportData } from './report-data.ts';
import { sections } from './sections/registry.ts';

/** The month's report as values, ready for any renderer. Equal data give an equal document. */
export function buildReport(data: ReportData): ReportDocument {
	return {
		month: data.month,
		title: { en: `Customer feedback report ${data.month}`, zh: `客户反馈月报 ${data.month}` },
		scope: data.scope,
		status: 'draft',
		sections: sections.map(({ id, title, build }) => ({ id, title, blocks: build(data) }))
	};
}
