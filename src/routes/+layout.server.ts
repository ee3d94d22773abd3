import { appearanceOf } from '#server/http/appearance.ts';
import type { LayoutServerLoad } from './$types';

/** What stands around every page. Reading the address makes it anew for each. */
export const load: LayoutServerLoad = ({ cookies, url }) => ({
	appearance: appearanceOf(cookies),
	shown: { href: url.href, at: new Date().toISOString() }
});
