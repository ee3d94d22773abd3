import { choosablePeople } from '#server/app/people.ts';
import { savedViews } from '#server/app/saved-views.ts';
import { ask } from '#server/http/guard.ts';
import type { LayoutServerLoad } from './$types';

/** Who acts, who could, and the views he has saved or may share: for the header of every page. */
export const load: LayoutServerLoad = async (event) => {
	const [acting, saved] = await Promise.all([
		ask(event, choosablePeople, undefined),
		ask(event, savedViews, undefined)
	]);
	return { acting, saved };
};
