import { error } from '@sveltejs/kit';
import { importView } from '#server/app/imports.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (!/^\d{1,15}$/.test(event.params.id)) error(404, 'Not found');
	return ask(event, importView, Number(event.params.id));
};
