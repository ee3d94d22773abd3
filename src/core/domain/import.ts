import type { ColumnMapping } from './mapping.ts';

/** Why a row could not be taken; `value` is already masked. */
export interface RowIssue {
	/** 1-based line of the file, header = 1; in a workbook, the number of the row in its sheet. */
	readonly line: number;
	readonly column: string | null;
	readonly code: RowIssueCode;
	/** One English sentence: what is wrong and what would be right. */
	readonly message: string;
	readonly value: string | null;
}
export type RowIssueCode =
	| 'missing-value'
	| 'bad-date'
	| 'bad-number'
	| 'unknown-value'
	| 'unknown-agent'
	| 'unknown-team'
	| 'wrong-width'
	| 'bad-quote'
	| 'not-json'
	| 'bad-cell'
	| 'too-long'
	| 'conflict';

/** read = stored + updated + unchanged + issues, always. */
export interface ImportCounts {
	readonly read: number;
	readonly stored: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly issues: number;
}

/**
 * `waiting` for a worker · `running` · `done` · `failed` before its end · `cancelled` · `refused`: all or nothing was
 * asked for, and a row had an issue · `rolling_back` · `rolled_back`. What a failed or cancelled import had stored stays until
 * it is continued or rolled back.
 */
export const importStatuses = [
	'waiting',
	'running',
	'done',
	'failed',
	'cancelled',
	'refused',
	'rolling_back',
	'rolled_back'
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What is stated about a file; the rest is detected. */
export interface FileOpening {
	/** As {@link import('#core/ingest/read-file.ts').openFile} knows them. */
	readonly encoding?: string;
	readonly delimiter?: string;
	readonly sheet?: string;
}

/** How a file is read and stored; kept with the import, so that it can be continued. */
export interface ImportOptions {
	/** Store nothing at all when a row has an issue. */
	readonly allOrNothing?: boolean;
	/** Remove the file once the import has ended: it was uploaded. */
	readonly ownsFile?: boolean;
	/** For a file with its own column names and words. */
	readonly mapping?: ColumnMapping;
	readonly opening?: FileOpening;
}
