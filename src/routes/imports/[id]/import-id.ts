import { error } from '@sveltejs/kit';

/** Number of the import that an address names; answers 404 for what is none. */
export function importIdOf({ id }: { readonly id: string }): number {
	if (!/^\d{1,15}$/.test(id)) error(404, 'Not found');
	return Number(id);
}
