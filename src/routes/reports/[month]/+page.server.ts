import { parseFilter } from '#lib/url/filter-params.ts';
import { report } from '#server/app/report.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter } = parseFilter(event.url.searchParams);
	const { context, document, months } = await ask(event, report, {
		month: event.params.month,
		origin: filter.origin
	});
	return { context, document, months, chosenOrigin: filter.origin };
};
