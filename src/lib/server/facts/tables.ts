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

/** `word`: of a closed list, held as its place in it. */
type ColumnType = 'integer' | 'bigint' | 'varchar' | 'double' | 'word';
export interface FactColumn {
	readonly name: string;
	readonly type: ColumnType;
	/** Of a `word`. */
	readonly words?: readonly string[];
	/** Worked out here, not copied from the store. */
	readonly isDerived?: true;
}
const text = (name: string): FactColumn => ({ name, type: 'varchar' });
const integer = (name: string): FactColumn => ({ name, type: 'integer' });
const word = (name: string, words: readonly string[]): FactColumn => ({ name, type: 'word', words });
const derived = (column: FactColumn): FactColumn => ({ ...column, isDerived: true });

/** Of the row's day: keys of its periods, and days since 1970, by which a period is found fastest. */
const periodColumns = [...['week', 'month', 'quarter', 'year'].map(text), integer('day_number')].map(derived);

const feedbackColumns: readonly FactColumn[] = [
	integer('id'),
	word('kind', kinds),
	text('received_on'),
	word('channel', channels),
	word('source', sources),
	text('product'),
	word('stage', stages),
	text('region'),
	word('language', languages),
	{ name: 'rating', type: 'double' },
	text('agency_id'),
	text('team_id'),
	text('agent_id'),
	word('attribution', attributions),
	integer('borrower_id'),
	integer('import_id'),
	integer('template_id'),
	word('origin', origins),
	integer('is_complaint'),
	integer('severity'),
	word('urgency', urgencies),
	derived(text('day')),
	...periodColumns,
	// Which themes, and which pairs of taxonomy and severity, are counted: see theme-bits.ts.
	...['themes0', 'themes1', 'levels'].map((name) => derived({ name, type: 'bigint' }))
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
		text('agency_id'),
		text('team_id'),
		text('agent_id'),
		text('channel'),
		text('stage'),
		text('product'),
		integer('contacts'),
		integer('connected'),
		integer('accounts'),
		text('origin'),
		integer('import_id'),
		...periodColumns
	]
} as const satisfies Record<string, readonly FactColumn[]>;
export type FactTable = keyof typeof factTables;

/** A tag with everything about its feedback: what is counted by theme needs no join. */
const taggedColumns: readonly FactColumn[] = [
	...feedbackColumns,
	text('theme'),
	word('taxonomy', taxonomies),
	integer('tag_severity'),
	word('polarity', polarities),
	word('status', tagStatuses),
	integer('is_counted')
];

/** Raised whenever a table or its meaning changes: facts of another version are rebuilt. */
export const factsVersion = 3;

export function copiedColumns(table: FactTable): readonly FactColumn[] {
	return (factTables[table] as readonly FactColumn[]).filter(({ isDerived }) => !isDerived);
}

/** Every statement that makes empty tables of today's version out of nothing or of an older version's. */
export function createTablesSql(): readonly string[] {
	const tables: Readonly<Record<string, readonly FactColumn[]>> = { ...factTables, tagged: taggedColumns };
	return [
		...Object.entries(tables).flatMap(([table, columns]) => [
			`drop table if exists ${table}`,
			`create table ${table} (${columns.map((column) => `${column.name} ${typeSql(column)}`).join(', ')})`
		]),
		'drop table if exists calendar',
		'create table calendar (day varchar, week varchar, month varchar, quarter varchar, year varchar, day_number integer)',
		// Kept when all else is made anew: whoever asks at that moment knows the themes by these bits.
		'create table if not exists theme_bit (theme varchar, bit integer)'
	];
}

/** DuckDB's type of a column. */
export function typeSql({ type, words }: FactColumn): string {
	return words ? `enum (${words.map((one) => `'${one}'`).join(', ')})` : type;
}
