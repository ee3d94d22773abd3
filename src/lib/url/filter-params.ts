import { emptyFilter, listFields, type Exclusions, type Filter } from '#core/domain/filter.ts';
import { addDays, isDay, parsePeriod, writePeriod, type Period } from '#core/domain/period.ts';
import { polarities, tagStatuses } from '#core/domain/tag.ts';
import {
	attributions,
	channels,
	kinds,
	languages,
	severities,
	sources,
	stages,
	taxonomies,
	urgencies
} from '#core/domain/vocabulary.ts';
import { viewParamNames } from './view-params.ts';

/** A parameter that could not be read: the filter is as if it had not been given. */
export interface ParamIssue {
	readonly param: string;
	readonly value: string;
}

interface Param<T> {
	readonly name: string;
	/** All values of the parameter, none of them empty. */
	readonly read: (values: readonly string[]) => { readonly value: T; readonly rejected: readonly string[] };
	readonly write: (value: T) => readonly string[];
}

const longestValue = 200;

/** Several values, each written as one parameter (`team=a&team=b`): what a native GET form sends. */
function list(name: string, closed?: readonly (string | number)[]): Param<readonly string[]> {
	const known = closed?.map(String);
	const isKnown = (value: string) =>
		known ? known.includes(value) : value.length <= longestValue && value.trim() === value;
	const place = (value: string) => known?.indexOf(value) ?? 0;
	const order = (values: readonly string[]) =>
		[...new Set(values)].sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
	return {
		name,
		read: (values) => ({
			value: order(values.filter(isKnown)),
			rejected: values.filter((value) => !isKnown(value))
		}),
		write: order
	};
}

function choice<T extends string>(name: string, known: readonly T[]): Param<T | null> {
	return {
		name,
		read: ([first = '', ...more]) => {
			const value = known.find((one) => one === first) ?? null;
			return { value, rejected: value === null ? [first, ...more] : more };
		},
		write: (value) => (value === null ? [] : [value])
	};
}

const period: Param<Filter['period']> = {
	name: 'period',
	read: ([first = '', ...more]) => {
		const value = first === 'undated' ? first : readPeriod(first);
		return { value, rejected: value === null ? [first, ...more] : more };
	},
	write: (value) => (value === null ? [] : [value === 'undated' ? value : writePeriod(value)])
};

/** Years before 1900 are typing errors, and JavaScript moves those below 100 into the last century. */
function readPeriod(text: string): Period | null {
	const read = parsePeriod(text);
	return read && isDay(read.from) && isDay(read.to) && read.from >= '1900' ? read : null;
}

const text: Param<string> = {
	name: 'q',
	read: (values) => ({
		value: values.join(' ').trim().replace(/\s+/g, ' ').slice(0, longestValue).trim(),
		rejected: []
	}),
	write: (value) => (value === '' ? [] : [value])
};

/** The only place that names a parameter of the filter, in the order in which they are written; `not` has its own of each list. */
export const filterParams: { readonly [K in Exclude<keyof Filter, 'not'>]: Param<Filter[K]> } = {
	period,
	text,
	complaint: choice('complaint', ['yes', 'no']),
	kind: list('kind', kinds),
	taxonomy: list('taxonomy', taxonomies),
	theme: list('theme'),
	allThemes: list('theme.all'),
	severity: list('severity', severities),
	polarity: list('polarity', polarities),
	status: list('status', tagStatuses),
	worst: list('worst', [0, ...severities]),
	urgency: list('urgency', urgencies),
	agency: list('agency'),
	team: list('team'),
	agent: list('agent'),
	channel: list('channel', [...channels, 'none']),
	source: list('source', sources),
	product: list('product'),
	stage: list('stage', [...stages, 'none']),
	region: list('region'),
	language: list('language', languages),
	rating: list('rating', ['1', '2', '3', '4', '5', 'none']),
	attribution: list('attribution', attributions),
	import: list('import'),
	template: list('template'),
	origin: choice('origin', ['imported', 'simulated', 'all'])
};

const fields = Object.keys(filterParams) as (keyof typeof filterParams)[];

/** `channel.not=sms`: what `channel=sms` would list is left out. */
export function exclusionName(field: keyof Exclusions): string {
	return `${filterParams[field].name}.not`;
}

/** Two date fields of a form, both days included: read into `period`, never written. */
export const rangeParams = { first: 'from', last: 'to' } as const;

const knownNames: readonly string[] = [
	...fields.map((field) => filterParams[field].name),
	...listFields.map(exclusionName),
	...Object.values(rangeParams),
	...viewParamNames
];

/** Tolerant: what cannot be read is left out and named among the issues; nothing throws. Empty values mean “any”. */
export function parseFilter(search: URLSearchParams): {
	readonly filter: Filter;
	readonly issues: readonly ParamIssue[];
} {
	const issues: ParamIssue[] = [...search]
		.filter(([param]) => !knownNames.includes(param))
		.map(([param, value]) => ({ param, value }));
	const given = (name: string) => search.getAll(name).filter((value) => value !== '');
	const take = <T>(name: string, values: readonly string[], read: Param<T>['read']): T => {
		const { value, rejected } = read(values);
		issues.push(...rejected.map((text) => ({ param: name, value: text })));
		return value;
	};
	const filter: Record<string, unknown> = { ...emptyFilter };
	for (const field of fields) {
		const { name, read } = filterParams[field];
		const values = given(name);
		if (values.length > 0) filter[field] = take<unknown>(name, values, read);
	}
	const excluded = listFields.map((field) => {
		const name = exclusionName(field);
		return [field, take(name, given(name), filterParams[field].read)] as const;
	});
	filter.not = Object.fromEntries(excluded.filter(([, values]) => values.length > 0));
	const range = readRange(search);
	if (range.period) filter.period = range.period;
	return { filter: filter as unknown as Filter, issues: [...issues, ...range.issues] };
}

function readRange(search: URLSearchParams): {
	readonly period: Period | null;
	readonly issues: readonly ParamIssue[];
} {
	const first = search.get(rangeParams.first) ?? '';
	const last = search.get(rangeParams.last) ?? '';
	if (first === '' && last === '') return { period: null, issues: [] };
	if (isDay(first) && isDay(last) && first >= '1900' && first <= last)
		return { period: { from: first, to: addDays(last, 1) }, issues: [] };
	return {
		period: null,
		issues: [
			{ param: rangeParams.first, value: first },
			{ param: rangeParams.last, value: last }
		]
	};
}

/** Only what the user chose, in the order of the table: equal filters give equal text. */
export function writeFilter(filter: Partial<Filter>): URLSearchParams {
	const search = new URLSearchParams();
	for (const field of fields) {
		const value = filter[field];
		if (value === undefined) continue;
		const write = filterParams[field].write as (value: unknown) => readonly string[];
		for (const text of write(value)) search.append(filterParams[field].name, text);
	}
	for (const field of listFields)
		for (const text of filterParams[field].write(filter.not?.[field] ?? []))
			search.append(exclusionName(field), text);
	return search;
}

/** Link to `path` with the filter, changed where `change` says so. Paging starts over: it is not part of the filter. */
export function withFilter(path: string, filter: Filter, change: Partial<Filter> = {}): string {
	const search = writeFilter({ ...filter, ...change }).toString();
	return search === '' ? path : `${path}?${search}`;
}

/** Link to the list of feedback behind a number of a view. */
export function feedbackHref(filter: Filter, change: Partial<Filter> = {}): string {
	return withFilter('/feedback', filter, change);
}
