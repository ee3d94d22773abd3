import { choosablePeople } from '#server/app/people.ts';
import { savedViews } from '#server/app/saved-views.ts';
import { newSignalCount } from '#server/app/signals.ts';
import { appearanceOf } from '#server/http/appearance.ts';
import { ask } from '#server/http/guard.ts';
import type { LayoutServerLoad } from './$types';

/**
 * What stands around every page: who acts, who could, saved views, signals that wait. Reading the address makes it
 * anew for each.
 */
export const load: LayoutServerLoad = async (event) => {
	const [acting, saved, newSignals] = await Promise.all([
		ask(event, choosablePeople, undefined),
		ask(event, savedViews, undefined),
		ask(event, newSignalCount, undefined)
	]);
	return {
		acting,
		saved,
		newSignals,
		appearance: appearanceOf(event.cookies),
		shown: { href: event.url.href, at: new Date().toISOString() }
	};
};
