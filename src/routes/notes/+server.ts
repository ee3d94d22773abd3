import { error, redirect } from '@sveltejs/kit';
import { noteObjects } from '#core/domain/note.ts';
import { addNote } from '#server/app/notes.ts';
import { backPathOf } from '#server/http/back-path.ts';
import { formText } from '#server/http/form-text.ts';
import { ask } from '#server/http/guard.ts';
import type { RequestHandler } from './$types';

/** Writes a note on whatever page holds the form, and goes back to it. */
export const POST: RequestHandler = async (event) => {
	const form = await event.request.formData();
	const kind = noteObjects.find((one) => one === form.get('kind'));
	if (!kind) error(400, 'A note is about a feedback, an agent or a signal.');
	await ask(event, addNote, { about: { kind, id: formText(form, 'id') }, text: formText(form, 'text') });
	redirect(303, backPathOf(form.get('back'), event.url.origin));
};
