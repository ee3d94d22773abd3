export type CellValue = string | number | null;

export interface Column {
	readonly name: string;
	/** A `day` is written as a date of the sheet; what is no day stays text. */
	readonly kind: 'text' | 'number' | 'day';
	/** In characters. */
	readonly width: number;
}
export interface Sheet {
	/** At most 31 characters, without []:*?/\. */
	readonly name: string;
	readonly columns: readonly Column[];
	readonly pages: AsyncIterable<readonly (readonly CellValue[])[]>;
}
