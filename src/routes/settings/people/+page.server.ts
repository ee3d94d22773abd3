import { fail, type RequestEvent } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import { addPerson, changePerson, people, type PersonInput } from '#server/app/people.ts';
import { ask, attempt } from '#server/http/guard.ts';
import type { Verb } from '#server/app/verb.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, people, undefined);

export const actions: Actions = {
	add: (event) => save(event, addPerson, personIn),
	change: (event) =>
		save(event, changePerson, (form) => ({
			...personIn(form),
			id: text(form, 'id'),
			isActive: form.get('active') === 'yes'
		}))
};

async function save<Input>(
	event: RequestEvent,
	verb: Verb<Input, { readonly id: string }>,
	inputOf: (form: FormData) => Input
) {
	const form = await event.request.formData();
	try {
		const { id } = await attempt(event, verb, inputOf(form));
		return { saved: id, problem: null };
	} catch (cause) {
		if (!(cause instanceof EarshotError) || cause.code === 'forbidden') throw cause;
		return fail(400, { saved: null, problem: cause.message });
	}
}

function personIn(form: FormData): PersonInput {
	const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
	return {
		name: text(form, 'name'),
		nameZh: text(form, 'name_zh'),
		email: text(form, 'email'),
		role: text(form, 'role'),
		agencyIds: all('agency'),
		teamIds: all('team')
	};
}

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
