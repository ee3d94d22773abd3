import { parseFilter } from '#lib/url/filter-params.ts';
import { definitions } from '#server/app/definitions.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const asked = { ...filter, text: '' };
	return { ...(await ask(event, definitions, asked)), chosen: asked, issues };
};
