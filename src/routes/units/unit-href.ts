import { emptyFilter, ofAllUnits, type Filter } from '#core/domain/filter.ts';
import { withFilter } from '#lib/url/filter-params.ts';

const folders = { agency: '/agencies', team: '/teams', agent: '/agents' } as const;

/** The page of a unit under the same filter; whose work is looked at is no part of it. */
export function unitHref(kind: keyof typeof folders, id: string, filter: Filter = emptyFilter): string {
	return withFilter(`${folders[kind]}/${encodeURIComponent(id)}`, { ...ofAllUnits(filter), text: '' });
}
