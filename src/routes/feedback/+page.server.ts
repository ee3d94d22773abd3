import { urgencies } from '#core/domain/vocabulary.ts';
import { parseFilter } from '#lib/url/filter-params.ts';
import { parseView } from '#lib/url/view-params.ts';
import { feedbackList, type FeedbackListInput } from '#server/app/feedback-list.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';

type Cursor = NonNullable<FeedbackListInput['after']>;

const sorts: readonly FeedbackListInput['sort'][] = ['newest', 'urgent'];

export const load: PageServerLoad = async (event) => {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const view = parseView(event.url.searchParams, sorts);
	const page = await ask(event, feedbackList, {
		filter,
		sort: view.sort === 'urgent' ? 'urgent' : 'newest',
		after: readCursor(view.after),
		limit: view.size
	});
	return { ...page, chosen: filter, next: page.next && writeCursor(page.next), issues, view };
};

function writeCursor({ urgency, receivedOn, id }: Cursor): string {
	return [urgency, receivedOn, id].join('~');
}

/** Tolerant: a damaged cursor starts from the beginning. */
function readCursor(text: string | null): Cursor | null {
	const [, urgency, receivedOn, id] = /^(U\d)~(\d{4}-\d{2}-\d{2}|)~(\d+)$/.exec(text ?? '') ?? [];
	const known = urgencies.find((one) => one === urgency);
	return known === undefined ? null : { urgency: known, receivedOn: receivedOn ?? '', id: Number(id) };
}
