import { ofAllUnits, type Filter } from '#core/domain/filter.ts';
import { withFilter } from '#lib/url/filter-params.ts';

/** The page of one agent under the same filter; which agents a list shows is no part of it. */
export function agentHref(id: string, filter: Filter): string {
	return withFilter(`/agents/${encodeURIComponent(id)}`, ofAllUnits(filter));
}
