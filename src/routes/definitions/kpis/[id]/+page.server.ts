import { parseFilter } from '#lib/url/filter-params.ts';
import { kpiDefinition } from '#server/app/definitions.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const asked = { ...filter, text: '' };
	const notUsed = filter.text ? [{ param: 'q', value: filter.text }] : [];
	const page = await ask(event, kpiDefinition, { id: event.params.id, filter: asked });
	return { ...page, chosen: asked, issues: [...issues, ...notUsed] };
};
