import { choosablePeople } from '#server/app/people.ts';
import { ask } from '#server/http/guard.ts';
import type { LayoutServerLoad } from './$types';

/** Who acts, and who could: shown in the header of every page. */
export const load: LayoutServerLoad = async (event) => ({
	acting: await ask(event, choosablePeople, undefined)
});
