import type { RowIssue, RowIssueCode } from '#core/domain/import.ts';
import { maskText } from '#core/text/mask/mask.ts';

/** One row of a file as it stands: cell or member values by column name, nothing interpreted yet. */
export interface RawRow {
	/** 1-based line on which the row starts; in a workbook, the number of the row in its sheet. */
	readonly line: number;
	readonly values: Readonly<Record<string, string>>;
	/** Cells of a workbook that show no value, such as a formula without a result: a sentence by column name. */
	readonly faults?: Readonly<Record<string, string>>;
}

export function isIssue(item: RawRow | RowIssue): item is RowIssue {
	return 'code' in item;
}

/** An issue of the row as a whole, where no column can be named. */
export function rowIssue(line: number, code: RowIssueCode, message: string): RowIssue {
	return { line, column: null, code, message, value: null };
}

const longestShown = 40;
const mostDigitsOfADate = 8;

/**
 * The one way a value of a file gets into an issue: only for closed lists, dates and numbers, never for texts.
 * What is too long for those is free text in the wrong column and not shown at all; personal data the masker knows are
 * masked, and so are runs of five digits and, in
 * values with more digits than a date has, every digit are masked.
 */
export function maskValue(value: string): string | null {
	if (value.length > longestShown) return null;
	const { text } = maskText(value);
	const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
	return digits > mostDigitsOfADate ? text.replace(/\p{Nd}/gu, '#') : text.replace(/\p{Nd}{5,}/gu, '#####');
}
