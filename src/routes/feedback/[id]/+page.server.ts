import { error } from '@sveltejs/kit';
import { feedbackView } from '#server/app/feedback-view.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (!/^\d{1,15}$/.test(event.params.id)) error(404, 'Not found');
	const from = event.url.searchParams.get('from') ?? '';
	const page = await ask(event, feedbackView, Number(event.params.id));
	return { ...page, back: from.startsWith('/feedback') ? from : '/feedback' };
};
