/** Why a row could not be taken; `value` is already masked. */
export interface RowIssue {
	/** 1-based line of the file, header = 1. */
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
