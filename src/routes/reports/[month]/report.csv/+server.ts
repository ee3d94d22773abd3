import { pageLocale } from '#lib/i18n/locale.ts';
import { parseFilter } from '#lib/url/filter-params.ts';
import { reportCsv } from '#server/app/report-csv.ts';
import { csvDownload } from '#server/http/download.ts';
import { ask } from '#server/http/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { month } = event.params;
	const { filter } = parseFilter(event.url.searchParams);
	const csv = await ask(event, reportCsv, { month, origin: filter.origin, locale: pageLocale() });
	return csvDownload(`earshot-report-${month}.csv`, csv);
};
