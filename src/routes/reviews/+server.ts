import { redirect } from '@sveltejs/kit';
import { reviewTag } from '#server/app/reviews.ts';
import { backPathOf } from '#server/http/back-path.ts';
import { formText } from '#server/http/form-text.ts';
import { ask } from '#server/http/guard.ts';
import type { RequestHandler } from './$types';

/** Stores a decision about a tag, and goes back to its feedback. */
export const POST: RequestHandler = async (event) => {
	const form = await event.request.formData();
	await ask(event, reviewTag, {
		feedbackId: Number(formText(form, 'feedback')) || 0,
		theme: formText(form, 'theme'),
		decision: formText(form, 'decision'),
		polarity: formText(form, 'polarity') || null,
		comment: formText(form, 'comment')
	});
	redirect(303, backPathOf(form.get('back'), event.url.origin));
};
