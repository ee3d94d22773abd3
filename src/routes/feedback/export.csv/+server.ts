import { parseFilter } from '#lib/url/filter-params.ts';
import { feedbackCsv } from '#server/app/feedback-csv.ts';
import { csvDownload } from '#server/http/download.ts';
import { ask } from '#server/http/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { filter } = parseFilter(event.url.searchParams);
	return csvDownload('earshot-feedback.csv', await ask(event, feedbackCsv, { filter }));
};
