import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { writeFilter, type ParamIssue } from '#lib/url/filter-params.ts';

/** A filter without the fields that a page cannot honour, and what was given in them: to be said, not dropped. */
export function leaveOut(
	filter: Filter,
	fields: readonly (keyof Filter)[]
): { readonly asked: Filter; readonly issues: readonly ParamIssue[] } {
	const pick = (from: Filter) => Object.fromEntries(fields.map((field) => [field, from[field]]));
	return {
		asked: { ...filter, ...pick(emptyFilter) },
		issues: [...writeFilter(pick(filter))].map(([param, value]) => ({ param, value }))
	};
}
