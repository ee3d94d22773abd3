import type { Actor } from '#core/domain/actor.ts';
import { dimensions, type Dimension, type Filter } from '#core/domain/filter.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import { storeAsSource } from '../storage/question-schema.ts';
import {
	listFeedback,
	type Cursor,
	type FeedbackSort,
	type ListedFeedback
} from '../storage/feedback-list.ts';
import type { Deps } from './deps.ts';
import { readNames } from './names.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

export interface FeedbackListInput {
	readonly filter: Filter;
	readonly sort: FeedbackSort;
	readonly after: Cursor | null;
	readonly limit: number;
}

/** Facets of the list: each counted without its own restriction, so that a second value can be added. */
const facets = dimensions.filter(
	(dimension) => dimension !== 'import' && dimension !== 'template' && dimension !== 'worst'
);

/** A page of feedback, how much there is in all, and what else it could be narrowed by. */
export const feedbackList = verb('read', async (deps: Deps, actor: Actor, input: FeedbackListInput) => {
	const { source: facts, filter, context } = await openView(deps, actor, input.filter);
	const source = filter.text ? storeAsSource(deps.store, actor.scope) : facts;
	const page = { sort: input.sort, after: input.after, limit: input.limit + 1 };
	const [names, total, rows, themes, counted] = await Promise.all([
		readNames(deps, actor.scope),
		countFeedback(source, filter),
		listFeedback(deps.store, actor.scope, filter, page),
		countByTheme(source, { ...filter, theme: [] }, null),
		Promise.all(
			facets.map(async (dimension) => ({
				dimension,
				values: await countByDimension(source, { ...filter, [dimension]: [] }, dimension)
			}))
		)
	]);
	const shown = rows.slice(0, input.limit);
	const last = rows.length > input.limit ? shown.at(-1) : undefined;
	return {
		filter,
		context,
		names,
		total: total.feedback,
		texts: total.texts,
		rows: shown,
		next: last
			? ({ urgency: last.urgency, receivedOn: last.receivedOn ?? '', id: last.id } satisfies Cursor)
			: null,
		themes,
		facets: Object.fromEntries(counted.map(({ dimension, values }) => [dimension, values])) as Partial<
			Record<Dimension, { value: string; count: number }[]>
		>
	};
});

/** A row as pages list it. */
export type ListedRow = ListedFeedback;
