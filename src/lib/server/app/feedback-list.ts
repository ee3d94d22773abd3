import type { Actor } from '#core/domain/actor.ts';
import { dimensions, type Dimension, type Filter } from '#core/domain/filter.ts';
import { parseQuery } from '#core/domain/search/parse-query.ts';
import { createHitFinder } from '#core/text/search-hits.ts';
import type { Segment } from '#core/text/segment.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { countTexts } from '../facts/questions/count-different.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import { listFeedback, type ListedFeedback } from '../storage/feedback-list.ts';
import type { Cursor, FeedbackSort } from '../storage/feedback-sort.ts';
import type { Deps } from './deps.ts';
import { mostXlsxRows } from './feedback-xlsx.ts';
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
	const { source, filter, context } = await openView(deps, actor, input.filter);
	const query = parseQuery(filter.text);
	const hitsOf = createHitFinder(query.node);
	const page = { sort: input.sort, after: input.after, limit: input.limit + 1 };
	const [names, total, texts, rows, themes, counted] = await Promise.all([
		readNames(deps, actor.scope),
		countFeedback(source, filter),
		countTexts(source, filter),
		listFeedback(deps.store, actor.scope, filter, page),
		countByTheme(source, without(filter, 'theme'), null),
		Promise.all(
			facets.map(async (dimension) => ({
				dimension,
				values: await countByDimension(source, without(filter, dimension), dimension)
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
		texts,
		rows: shown.map((row): FoundRow => ({ ...row, hits: hitsOf(row.text) })),
		next: last?.cursor ?? null,
		/** Of the search: what was left out or may mean something else. */
		searchIssues: query.issues,
		mayFitXlsx: total.feedback <= mostXlsxRows,
		mostXlsxRows,
		themes,
		facets: Object.fromEntries(counted.map(({ dimension, values }) => [dimension, values])) as Partial<
			Record<Dimension, { value: string; count: number }[]>
		>
	};
});

/** What a menu counts under: all of the filter but its own part, so that another value can be added or left out. */
function without(filter: Filter, field: Dimension | 'theme'): Filter {
	const { [field]: _own, ...not } = filter.not;
	return { ...filter, [field]: [], not };
}

/** A row as pages list it. */
export type ListedRow = ListedFeedback;
/** With the places at which the filter's words stand. */
export interface FoundRow extends ListedRow {
	readonly hits: readonly Segment[];
}
