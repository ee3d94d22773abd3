import type { RowIssue } from '#core/domain/import.ts';
import type { Delimiter } from './readers/delimiter.ts';
import type { Encoding } from './readers/encoding.ts';
import type { RawRow } from './row.ts';

/** What was found in a file, once nothing is packed around it any more. */
export interface Contents {
	readonly format: 'csv' | 'jsonl' | 'json' | 'xlsx';
	/** Null for a workbook, whose texts need no stating. */
	readonly encoding: Encoding | null;
	/** Null for anything but CSV. */
	readonly delimiter: Delimiter | null;
	/** The sheet that is read; null for anything but a workbook. */
	readonly sheet: string | null;
	/** The names of all worksheets; none for anything but a workbook. */
	readonly sheets: readonly string[];
	/** The names of the header row, or of the members of the first JSON object. */
	readonly header: readonly string[];
	/** Streams the rows in order, from the start each time. */
	rows(): AsyncIterable<RawRow | RowIssue>;
}
