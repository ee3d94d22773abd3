/** Columns of the fact tables, in the order in which rows are appended; names are the store's in snake_case. */
type ColumnType = 'integer' | 'varchar' | 'double';
export interface FactColumn {
	readonly name: string;
	readonly type: ColumnType;
}
const text = (name: string): FactColumn => ({ name, type: 'varchar' });
const integer = (name: string): FactColumn => ({ name, type: 'integer' });

const periodColumns = ['week', 'month', 'quarter', 'year'].map(text);

export const factTables = {
	feedback: [
		integer('id'),
		text('kind'),
		text('received_on'),
		text('channel'),
		text('source'),
		text('product'),
		text('stage'),
		text('region'),
		text('language'),
		{ name: 'rating', type: 'double' },
		text('agency_id'),
		text('team_id'),
		text('agent_id'),
		text('attribution'),
		integer('borrower_id'),
		integer('import_id'),
		integer('template_id'),
		text('origin'),
		integer('is_complaint'),
		integer('severity'),
		text('urgency'),
		text('day'),
		...periodColumns
	],
	tag: [
		integer('feedback_id'),
		text('theme'),
		text('taxonomy'),
		integer('severity'),
		text('polarity'),
		text('status'),
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

/** Raised whenever a table or its meaning changes: facts of another version are rebuilt. */
export const factsVersion = 2;

export function createTableSql(table: FactTable): string {
	const columns = factTables[table].map(({ name, type }) => `${name} ${type}`).join(', ');
	return `create table ${table} (${columns})`;
}
