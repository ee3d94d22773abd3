import { fail } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import { apiKeys, createApiKey, revokeApiKey } from '#server/app/api-keys.ts';
import { ask, attempt } from '#server/http/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	return ask(event, apiKeys, undefined);
};

export const actions: Actions = {
	create: async (event) => {
		const form = await event.request.formData();
		const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
		try {
			const made = await attempt(event, createApiKey, {
				name: all('name')[0] ?? '',
				permissions: all('allow'),
				agencyIds: all('agency')
			});
			return { key: made.key, problem: null };
		} catch (cause) {
			if (!(cause instanceof EarshotError)) throw cause;
			return fail(400, { key: null, problem: cause.message });
		}
	},
	revoke: async (event) => {
		const prefix = (await event.request.formData()).get('prefix');
		await ask(event, revokeApiKey, typeof prefix === 'string' ? prefix : '');
		return { key: null, problem: null };
	}
};
