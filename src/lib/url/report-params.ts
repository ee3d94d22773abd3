import {
	copies,
	parseReportScope,
	reportLanguages,
	writeReportScope,
	type Copy,
	type ReportLanguage,
	type ReportScope,
	type VersionChoice
} from '#core/domain/report-choice.ts';

/** Which report of a month is looked at: of whom, for whom, in which language. */
export interface ReportChoice {
	/** Null: the whole organisation. */
	readonly scope: ReportScope | null;
	readonly copy: Copy;
	/** Null: that of the page. */
	readonly language: ReportLanguage | null;
	readonly version: VersionChoice;
}

export const wholeReport: ReportChoice = {
	scope: null,
	copy: 'internal',
	language: null,
	version: null
};

export const reportParams = {
	scope: 'scope',
	copy: 'copy',
	language: 'lang',
	version: 'version'
} as const satisfies Record<keyof ReportChoice, string>;

/** Tolerant as the filter is: what is not legal falls back to its default. */
export function parseReportChoice(search: URLSearchParams): ReportChoice {
	return {
		scope: parseReportScope(search.get(reportParams.scope) ?? ''),
		copy: copies.find((copy) => copy === search.get(reportParams.copy)) ?? wholeReport.copy,
		language: reportLanguages.find((one) => one === search.get(reportParams.language)) ?? null,
		version: versionOf(search.get(reportParams.version) ?? '')
	};
}

function versionOf(text: string): VersionChoice {
	if (text === 'now') return 'now';
	return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}

/** Adds a choice to a link that already carries its filter: only what differs from the default. */
export function withReportChoice(href: string, { scope, copy, language, version }: ReportChoice): string {
	const search = new URLSearchParams();
	if (scope !== null) search.set(reportParams.scope, writeReportScope(scope));
	if (copy !== wholeReport.copy) search.set(reportParams.copy, copy);
	if (language !== null) search.set(reportParams.language, language);
	if (version !== null) search.set(reportParams.version, String(version));
	const text = search.toString();
	return text === '' ? href : `${href}${href.includes('?') ? '&' : '?'}${text}`;
}
