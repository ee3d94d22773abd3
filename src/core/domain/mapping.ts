/** How 05/03/2026 is meant; `year-first`: no such date is expected. */
export const dateOrders = ['year-first', 'day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Where one of our columns comes from: a column of the file, or the same value for every row. */
export type ColumnOrigin = { readonly from: string } | { readonly constant: string };

/** How a file that has its own column names and words becomes one that an importer knows. */
export interface ColumnMapping {
	/** By our column; columns that are not named stay empty. */
	readonly columns: Readonly<Record<string, ColumnOrigin>>;
	/** By our column: what a word of the file stands for. */
	readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
	readonly dateOrder: DateOrder;
}
