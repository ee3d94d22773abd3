import { parseFilter } from '#lib/url/filter-params.ts';
import { themes } from '#server/app/themes.ts';
import { ask } from '#server/http/guard.ts';
import { leaveOut } from '../agents/asked-filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const { asked, issues: notUsed } = leaveOut(filter, ['text', 'taxonomy']);
	const page = await ask(event, themes, { filter: asked });
	return { ...page, asked, issues: [...issues, ...notUsed] };
};
