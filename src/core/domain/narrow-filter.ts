import { emptyFilter, listFields, type Exclusions, type Filter } from './filter.ts';
import type { Period } from './period.ts';

/** No theme has this id. */
const nothing: readonly string[] = ['nothing'];

/**
 * The filter that holds where both `filter` and `patch` hold: how the “where” of a KPI or a mark adds to a view, so
 * that a link never shows more than the number it stands behind. Matches nothing when the two contradict each other.
 */
export function narrow(filter: Filter, patch: Partial<Filter>): Filter {
	const added: Filter = { ...emptyFilter, ...patch };
	const narrowed = (Object.keys(emptyFilter) as (keyof Filter)[]).map(
		(key) => [key, narrowField(key, filter, added)] as const
	);
	if (narrowed.some(([, value]) => value === undefined)) return { ...filter, theme: nothing };
	return Object.fromEntries(narrowed) as unknown as Filter;
}

/** Undefined: the two contradict each other. */
function narrowField(key: keyof Filter, filter: Filter, added: Filter): Filter[keyof Filter] | undefined {
	if (key === 'period') return narrowPeriod(filter.period, added.period);
	if (key === 'origin') return narrowChoice(filter.origin, added.origin, 'all');
	if (key === 'complaint') return narrowChoice(filter.complaint, added.complaint, null);
	if (key === 'text') return [filter.text, added.text].filter(Boolean).map(asOnePart).join(' ');
	if (key === 'not') return bothExclusions(filter.not, added.not);
	if (key === 'allThemes') return union(filter.allThemes, added.allThemes);
	return narrowList(filter[key], added[key]);
}

/** Words beside each other must all occur, but OR would bind less than that. */
function asOnePart(text: string, _at: number, { length }: readonly string[]): string {
	return length > 1 && /[|｜]|\bOR\b/.test(text.normalize('NFKC')) ? `(${text})` : text;
}

function narrowPeriod(one: Filter['period'], other: Filter['period']): Filter['period'] | undefined {
	if (one === null || other === null) return one ?? other;
	if (one === 'undated' || other === 'undated') return one === other ? one : undefined;
	const both: Period = {
		from: one.from > other.from ? one.from : other.from,
		to: one.to < other.to ? one.to : other.to
	};
	return both.from < both.to ? both : undefined;
}

function narrowChoice<T extends string>(one: T | null, other: T | null, any: T | null): T | null | undefined {
	if (other === null || other === any) return one ?? other;
	if (one === null || one === any || one === other) return other;
	return undefined;
}

function narrowList(one: readonly string[], other: readonly string[]): readonly string[] | undefined {
	if (one.length === 0) return other;
	if (other.length === 0) return one;
	const both = one.filter((value) => other.includes(value));
	return both.length > 0 ? both : undefined;
}

function bothExclusions(one: Exclusions, other: Exclusions): Exclusions {
	const fields = listFields.filter((field) => one[field] ?? other[field]);
	return Object.fromEntries(fields.map((field) => [field, union(one[field] ?? [], other[field] ?? [])]));
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
	return [...new Set([...one, ...other])];
}
