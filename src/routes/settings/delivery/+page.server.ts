import { fail, type RequestEvent } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import { addSchedule, askTestMail, deliveryView, switchSchedule } from '#server/app/delivery/schedules.ts';
import type { Verb } from '#server/app/verb.ts';
import { formText } from '#server/http/form-text.ts';
import { ask, attempt } from '#server/http/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	event.setHeaders({ 'cache-control': 'no-store' });
	return ask(event, deliveryView, undefined);
};

export const actions: Actions = {
	add: (event) =>
		save(event, 'schedule', addSchedule, (form) => ({
			name: formText(form, 'name'),
			cron: formText(form, 'cron'),
			scope: formText(form, 'scope'),
			copy: formText(form, 'copy'),
			language: formText(form, 'language'),
			formats: form.getAll('format').filter((one) => typeof one === 'string'),
			recipients: formText(form, 'recipients'),
			policy: formText(form, 'policy'),
			sendsDrafts: form.get('drafts') === 'yes'
		})),
	switch: (event) =>
		save(event, 'schedule', switchSchedule, (form) => ({
			id: Number(formText(form, 'id')),
			isActive: formText(form, 'active') === 'yes'
		})),
	test: (event) => save(event, 'test', askTestMail, (form) => ({ to: formText(form, 'to') }))
};

async function save<Input>(
	event: RequestEvent,
	done: 'schedule' | 'test',
	verb: Verb<Input, unknown>,
	read: (form: FormData) => Input
) {
	const form = await event.request.formData();
	try {
		await attempt(event, verb, read(form));
		return { done, problem: null };
	} catch (cause) {
		if (!(cause instanceof EarshotError) || cause.code === 'forbidden') throw cause;
		return fail(400, { done: null, problem: cause.message });
	}
}
