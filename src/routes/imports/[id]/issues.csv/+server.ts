import { issuesCsv } from '#server/app/issues-csv.ts';
import { csvDownload } from '#server/http/download.ts';
import { ask } from '#server/http/guard.ts';
import { importIdOf } from '../import-id.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const id = importIdOf(event.params);
	return csvDownload(`earshot-import-${id}-issues.csv`, await ask(event, issuesCsv, id));
};
