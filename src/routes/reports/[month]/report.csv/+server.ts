import { reportFile } from '#server/app/report-files.ts';
import { fileDownload } from '#server/http/download.ts';
import { ask } from '#server/http/guard.ts';
import { readChoice } from '../choice.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { month } = event.params;
	const { input, language } = readChoice(month, event.url.searchParams);
	const file = await ask(event, reportFile, { ...input, language, format: 'csv' });
	return fileDownload({ ...file, name: `earshot-report-${month}.csv` });
};
