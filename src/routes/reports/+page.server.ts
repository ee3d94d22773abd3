import { parseFilter } from '#lib/url/filter-params.ts';
import { reportMonths } from '#server/app/report.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter } = parseFilter(event.url.searchParams);
	return { ...(await ask(event, reportMonths, { origin: filter.origin })), chosenOrigin: filter.origin };
};
