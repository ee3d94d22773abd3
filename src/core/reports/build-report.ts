import type { ReportDocument } from './blocks.ts';
import { hideSmallNumbers } from './outside-copy.ts';
import type { ReportData } from './report-data.ts';
import { sections } from './sections/registry.ts';

/** The month's report as values, ready for any renderer. Equal data give an equal document. */
export function buildReport(data: ReportData): ReportDocument {
	const { copy, status, version, origin, computedAt } = data.about;
	const document: ReportDocument = {
		month: data.month,
		title: { en: `Customer feedback report ${data.month}`, zh: `客户反馈月报 ${data.month}` },
		scope: data.scope,
		status,
		version,
		copy,
		origin,
		computedAt,
		method: data.method,
		sections: sections
			.filter((section) => section.copies?.includes(copy) ?? true)
			.map(({ id, title, build }) => ({ id, title, blocks: build(data) }))
	};
	return copy === 'outside' ? hideSmallNumbers(document) : document;
}
