import type { ReportLanguage } from '#core/domain/report-choice.ts';
import { pageLocale } from '#lib/i18n/locale.ts';
import { parseFilter } from '#lib/url/filter-params.ts';
import { parseReportChoice } from '#lib/url/report-params.ts';

/** What a URL of a month asks for, in the language of the page unless it says another. */
export function readChoice(month: string, search: URLSearchParams) {
	const { filter } = parseFilter(search);
	const choice = parseReportChoice(search);
	const language: ReportLanguage = choice.language ?? (pageLocale() === 'en' ? 'en' : 'zh');
	return {
		choice,
		origin: filter.origin,
		language,
		input: {
			month,
			origin: filter.origin,
			scope: choice.scope,
			copy: choice.copy,
			version: choice.version
		}
	};
}
