import { fail } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import { chooseRules, ruleSettings } from '#server/app/rule-choice.ts';
import { ask, attempt } from '#server/http/guard.ts';
import { readChoice } from './rule-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	return ask(event, ruleSettings, undefined);
};

export const actions: Actions = {
	default: async (event) => {
		try {
			await attempt(event, chooseRules, readChoice(await event.request.formData()));
			return { isSaved: true, problem: null };
		} catch (cause) {
			if (!(cause instanceof EarshotError)) throw cause;
			return fail(400, { isSaved: false, problem: cause.message });
		}
	}
};
