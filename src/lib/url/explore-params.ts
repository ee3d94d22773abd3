import { comparisons, lenses, measures, shapes, tops, type Exploration } from '#core/domain/exploration.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { parseFilter, writeFilter, type ParamIssue } from './filter-params.ts';

export const defaultExploration: Exploration = {
	lens: 'conduct',
	measure: 'count',
	shape: 'lines',
	top: 5,
	compare: 'none',
	group: emptyFilter
};

/** The parameters in the order in which they are written; those of the other group begin with {@link groupPrefix}. */
export const exploreParams = {
	lens: 'lens',
	measure: 'measure',
	shape: 'shape',
	top: 'top',
	compare: 'vs'
} as const satisfies Record<Exclude<keyof Exploration, 'group'>, string>;
export const groupPrefix = 'b.';

const choices = { lens: lenses, measure: measures, shape: shapes, top: tops, compare: comparisons } as const;
const keys = Object.keys(exploreParams) as (keyof typeof exploreParams)[];

function isOwn(name: string): boolean {
	return name.startsWith(groupPrefix) || keys.some((key) => exploreParams[key] === name);
}

/** The parameters of an address that belong to the filter and the view. */
export function withoutExploration(search: URLSearchParams): URLSearchParams {
	return new URLSearchParams([...search].filter(([name]) => !isOwn(name)));
}

/** Tolerant as the filter is: what cannot be read falls back to its default and is named among the issues. */
export function parseExploration(search: URLSearchParams): {
	readonly exploration: Exploration;
	readonly issues: readonly ParamIssue[];
} {
	const issues: ParamIssue[] = [];
	const chosen = keys.map((key) => {
		const param = exploreParams[key];
		const text = search.get(param) ?? '';
		const value = (choices[key] as readonly (string | number)[]).find((one) => String(one) === text);
		if (value === undefined && text !== '') issues.push({ param, value: text });
		return [key, value ?? defaultExploration[key]] as const;
	});
	const given = [...search].filter(([name]) => name.startsWith(groupPrefix));
	const ofGroup = new URLSearchParams(given.map(([name, value]) => [name.slice(groupPrefix.length), value]));
	const { filter, issues: ofFilter } = parseFilter(ofGroup);
	const exploration = { ...Object.fromEntries(chosen), group: sharedWithView(filter) };
	return {
		exploration: exploration as unknown as Exploration,
		issues: [...issues, ...ofFilter.map(({ param, value }) => ({ param: `${groupPrefix}${param}`, value }))]
	};
}

/** Period, origin and words are those of the view. */
function sharedWithView(filter: Filter): Filter {
	return { ...filter, period: null, origin: null, text: '' };
}

/** Only what differs from the default, in the order of the table. */
export function writeExploration(
	exploration: Partial<Exploration>
): readonly (readonly [name: string, value: string])[] {
	const own = keys.flatMap((key): readonly (readonly [string, string])[] => {
		const value = exploration[key];
		return value === undefined || value === defaultExploration[key]
			? []
			: [[exploreParams[key], String(value)]];
	});
	const group = writeFilter(sharedWithView(exploration.group ?? emptyFilter));
	return [...own, ...[...group].map(([name, value]) => [`${groupPrefix}${name}`, value] as const)];
}
