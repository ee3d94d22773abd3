import { parseFilter, withFilter } from '#lib/url/filter-params.ts';
import { feedbackXlsx } from '#server/app/feedback-xlsx.ts';
import { xlsxDownload } from '#server/http/download.ts';
import { ask } from '#server/http/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { filter } = parseFilter(event.url.searchParams);
	const href = event.url.origin + withFilter('/feedback', filter);
	return xlsxDownload('earshot-feedback.xlsx', await ask(event, feedbackXlsx, { filter, href }));
};
