import { redirect } from '@sveltejs/kit';
import { removeView, saveView } from '#server/app/saved-views.ts';
import { backPathOf } from '#server/http/back-path.ts';
import { formText } from '#server/http/form-text.ts';
import { ask } from '#server/http/guard.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const href = formText(form, 'href');
		await ask(event, saveView, {
			name: formText(form, 'name'),
			href,
			isShared: form.get('shared') === 'yes',
			isDefault: form.get('default') === 'yes'
		});
		redirect(303, backPathOf(href, event.url.origin));
	},
	remove: async (event) => {
		const form = await event.request.formData();
		await ask(event, removeView, Number(formText(form, 'id')) || 0);
		redirect(303, '/views');
	}
};
