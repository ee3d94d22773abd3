import { polarities, tagStatuses } from '#core/domain/tag.ts';
import {
	attributions,
	channels,
	kinds,
	languages,
	origins,
	sources,
	stages,
	taxonomies,
	urgencies
} from '#core/domain/vocabulary.ts';
import { noNumber, noRating, noText, undatedDay } from '../storage/not-stated.ts';
import { themesName } from '../storage/theme-bits.ts';

/** `word`: of a list, held as its place in it. */
type ColumnType = 'utinyint' | 'integer' | 'bigint' | 'varchar' | 'double' | 'word';
export interface FactColumn {
	readonly name: string;
	readonly type: ColumnType;
	/** Stands for “not stated”: see not-stated.ts. */
	readonly none: string | number;
	/** Of a `word` of a closed list; an open list is in the table `open_word`, and grows. */
	readonly words?: readonly string[];
	/** Worked out here, not copied from the store. */
	readonly isDerived?: true;
}
const text = (name: string): FactColumn => ({ name, type: 'varchar', none: noText });
const integer = (name: string): FactColumn => ({ name, type: 'integer', none: noNumber });
const small = (name: string): FactColumn => ({ name, type: 'utinyint', none: noNumber });
const word = (name: string, words: readonly string[]): FactColumn => ({
	...{ name, type: 'word', none: noText },
	words: [noText, ...words]
});
const openWord = (name: string): FactColumn => ({ name, type: 'word', none: noText });
const derived = (column: FactColumn): FactColumn => ({ ...column, isDerived: true });

/** Of the row's day: keys of its periods, and days since 1970, by which a period is found fastest. */
const periodColumns = [
	...['week', 'month', 'quarter', 'year'].map(text),
	{ ...integer('day_number'), none: undatedDay }
].map(derived);

const feedbackColumns: readonly FactColumn[] = [
	integer('id'),
	word('kind', kinds),
	text('received_on'),
	word('channel', channels),
	word('source', sources),
	openWord('product'),
	word('stage', stages),
	openWord('region'),
	word('language', languages),
	{ name: 'rating', type: 'double', none: noRating },
	openWord('agency_id'),
	openWord('team_id'),
	openWord('agent_id'),
	word('attribution', attributions),
	integer('borrower_id'),
	integer('import_id'),
	integer('template_id'),
	word('origin', origins),
	small('is_complaint'),
	small('severity'),
	word('urgency', urgencies),
	derived(text('day')),
	...periodColumns,
	derived(small('rated')),
	// Which themes, and which pairs of taxonomy and severity, are counted: see theme-bits.ts.
	...[...taxonomies.map(themesName), 'levels'].map((name) =>
		derived({ name, type: 'bigint', none: noNumber })
	)
];

export const factTables = {
	feedback: feedbackColumns,
	tag: [
		integer('feedback_id'),
		text('theme'),
		word('taxonomy', taxonomies),
		integer('severity'),
		word('polarity', polarities),
		word('status', tagStatuses),
		integer('is_counted')
	],
	exposure: [
		integer('id'),
		text('day'),
		...['agency_id', 'team_id', 'agent_id', 'channel', 'stage', 'product'].map(openWord),
		integer('contacts'),
		integer('connected'),
		integer('accounts'),
		word('origin', origins),
		integer('import_id'),
		...periodColumns
	]
} as const satisfies Record<string, readonly FactColumn[]>;
export type FactTable = keyof typeof factTables;

/** Raised whenever a table or its meaning changes: facts of another version are rebuilt. */
export const factsVersion = 4;

export function copiedColumns(table: FactTable): readonly FactColumn[] {
	return (factTables[table] as readonly FactColumn[]).filter(({ isDerived }) => !isDerived);
}

/** Columns whose words are the organisation's own. */
export function openWordColumns(table: FactTable): readonly FactColumn[] {
	return factTables[table].filter(({ type, words }: FactColumn) => type === 'word' && !words);
}

/**
 * Every statement that makes empty tables of today's version out of nothing or of an older version's. `open`: words that
 * open columns have from the start, by `<table>.<column>`.
 */
export function createTablesSql(open: ReadonlyMap<string, readonly string[]> = new Map()): readonly string[] {
	return [
		...Object.entries(factTables).flatMap(([table, columns]) => {
			const typed = columns.map(
				(column) => `${column.name} ${typeSql(column, open.get(`${table}.${column.name}`))} not null`
			);
			return [`drop table if exists ${table}`, `create table ${table} (${typed.join(', ')})`];
		}),
		'drop table if exists tagged',
		'drop table if exists calendar',
		`create table calendar (day varchar, week varchar, month varchar, quarter varchar, year varchar, day_number integer)`,
		`insert into calendar values ('', '', '', '', '', ${undatedDay})`,
		'drop table if exists open_word',
		'create table open_word (field varchar, word varchar)',
		...[...open].flatMap(([field, words]) =>
			words.map((one) => `insert into open_word values ('${field}', ${quoted(one)})`)
		),
		'drop table if exists theme_bit',
		// Kept when all else is made anew: whoever asks at that moment knows the themes by these bits.
		'create table if not exists theme_place (taxonomy varchar, theme varchar, bit integer)',
		'drop table if exists theme_set',
		'create table theme_set (taxonomy varchar, themes bigint, theme varchar)'
	];
}

/** DuckDB's type of a column; `open`: the words of an open list. */
export function typeSql({ type, words }: FactColumn, open: readonly string[] = []): string {
	if (type !== 'word') return type;
	return `enum (${(words ?? [noText, ...open]).map(quoted).join(', ')})`;
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
