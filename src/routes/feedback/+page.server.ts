import { urgencies } from '#core/domain/vocabulary.ts';
import { parseFilter } from '#lib/url/filter-params.ts';
import { parseView } from '#lib/url/view-params.ts';
import { feedbackList, type FeedbackListInput } from '#server/app/feedback-list.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';
import { listColumns } from './columns.ts';

type Cursor = NonNullable<FeedbackListInput['after']>;
type Sort = FeedbackListInput['sort'];

const sorts: readonly Sort[] = ['newest', 'oldest', 'severe', 'urgent', 'relevant'];

export const load: PageServerLoad = async (event) => {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const view = parseView(event.url.searchParams, sorts, listColumns);
	const sort = sorts.find((one) => one === view.sort) ?? 'newest';
	const page = await ask(event, feedbackList, {
		filter,
		sort,
		after: readCursor(view.after, sort),
		limit: view.size
	});
	return { ...page, chosen: filter, next: page.next && writeCursor(page.next), issues, view };
};

function writeCursor({ key, receivedOn, id }: Cursor): string {
	return [key, receivedOn, id].join('~');
}

/** Tolerant: a damaged cursor, and one of another order, starts from the beginning. */
function readCursor(text: string | null, sort: Sort): Cursor | null {
	const [, key, receivedOn = '', id] = /^([^~]*)~(\d{4}-\d{2}-\d{2}|)~(\d{1,15})$/.exec(text ?? '') ?? [];
	if (key === undefined) return null;
	const place = { receivedOn, id: Number(id) };
	if (sort === 'urgent') {
		const urgency = urgencies.find((one) => one === key);
		return urgency === undefined ? null : { key: urgency, ...place };
	}
	if (key === '') return { key, ...place };
	const isNumber = sort === 'severe' || sort === 'relevant';
	return isNumber && Number.isFinite(Number(key)) ? { key: Number(key), ...place } : null;
}
