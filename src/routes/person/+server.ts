import { redirect } from '@sveltejs/kit';
import { choosePerson } from '#server/app/people.ts';
import { backPathOf } from '#server/http/back-path.ts';
import { ask } from '#server/http/guard.ts';
import { personCookie, personCookieOptions } from '#server/http/person-cookie.ts';
import type { RequestHandler } from './$types';

/** Chooses who acts in this browser; a form, so that it works without scripts. */
export const POST: RequestHandler = async (event) => {
	const form = await event.request.formData();
	const { id } = await ask(event, choosePerson, String(form.get('person') ?? ''));
	event.cookies.set(personCookie, id, personCookieOptions);
	redirect(303, backPathOf(form.get('back'), event.url.origin));
};
