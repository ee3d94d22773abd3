import { fail, type RequestEvent } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import {
	addAnnotation,
	annotations,
	changeAnnotation,
	removeAnnotation,
	type AnnotationInput
} from '#server/app/annotations.ts';
import type { Verb } from '#server/app/verb.ts';
import { formText } from '#server/http/form-text.ts';
import { ask, attempt } from '#server/http/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, annotations, undefined);

export const actions: Actions = {
	add: (event) => run(event, addAnnotation, enteredIn, 'saved'),
	change: (event) =>
		run(event, changeAnnotation, (form) => ({ ...enteredIn(form), id: idIn(form) }), 'saved'),
	remove: (event) => run(event, removeAnnotation, idIn, 'removed')
};

async function run<Input>(
	event: RequestEvent,
	verb: Verb<Input, unknown>,
	inputOf: (form: FormData) => Input,
	done: 'saved' | 'removed'
) {
	try {
		await attempt(event, verb, inputOf(await event.request.formData()));
		return { done, problem: null };
	} catch (cause) {
		if (!(cause instanceof EarshotError)) throw cause;
		return fail(cause.code === 'forbidden' ? 403 : 400, { done: null, problem: cause.message });
	}
}

function idIn(form: FormData): number {
	return Number(formText(form, 'id')) || 0;
}

function enteredIn(form: FormData): AnnotationInput {
	return {
		kind: formText(form, 'kind'),
		title: formText(form, 'title'),
		titleZh: formText(form, 'title_zh'),
		fromOn: formText(form, 'from'),
		lastOn: formText(form, 'to'),
		agencyId: formText(form, 'agency'),
		teamId: formText(form, 'team'),
		channel: formText(form, 'channel'),
		source: formText(form, 'source')
	};
}
