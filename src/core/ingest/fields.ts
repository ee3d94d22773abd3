import type { RowIssue, RowIssueCode } from '#core/domain/import.ts';
import { readClockTime } from './clock-times.ts';
import { readDay } from './dates.ts';
import type { Mapped } from './importer.ts';
import { remember } from './remember.ts';
import { maskValue, type RawRow } from './row.ts';
import { slugOf } from './slug.ts';
import { makeLookup, type Synonyms } from './synonyms.ts';

const longestText = 100_000;
const longestWords = 200;
const readDayAgain = remember(readDay);

/** A closed list as a column of a file may write it. */
export interface Choice<Id extends string> {
	readonly ids: readonly Id[];
	readonly find: (word: string) => Id | null;
}
export function choiceOf<Id extends string>(ids: readonly Id[], synonyms: Synonyms<Id>): Choice<Id> {
	return { ids, find: makeLookup(synonyms) };
}

/**
 * Reads the columns of one row and gathers what is wrong with them, so that a user sees every fault of a row at
 * once. An absent column reads as an empty cell, and an empty cell as null.
 */
export class Fields {
	readonly #row: RawRow;
	readonly #issues: RowIssue[] = [];

	constructor(row: RawRow) {
		this.#row = row;
	}

	/** Free text, as it is; an issue about it never shows it. */
	text(column: string): string {
		const text = this.#cell(column);
		if (text.length > longestText)
			this.#add(
				column,
				'too-long',
				`Longer than ${longestText} characters: split it or leave attachments out.`
			);
		return text;
	}

	/** A few words, such as a name or an id of the source. */
	words(column: string): string | null {
		const words = this.#cell(column).trim();
		if (words.length > longestWords)
			this.#add(
				column,
				'too-long',
				`Longer than ${longestWords} characters: this column holds an id or a few words.`
			);
		return words === '' ? null : words;
	}

	/** Words as a stable id: see {@link slugOf}. Null also for “none”, which means “not stated” in a filter. */
	slug(column: string): string | null {
		const slug = slugOf(this.words(column) ?? '');
		return slug === '' || slug === 'none' ? null : slug;
	}

	day(column: string, read: (text: string) => string | null = readDayAgain): string | null {
		const message = () => 'Not a date: write 2026-03-05, 2026/3/5 or 2026年3月5日.';
		return this.#read(column, 'bad-date', message, read);
	}

	/** A day with a clock time: see {@link readClockTime}. */
	time(column: string, read: (text: string) => string | null = (text) => readClockTime(text)): string | null {
		const message = () =>
			'Not a date and time: write 2026-03-05 18:04, or with a zone 2026-03-05T18:04:00+08:00.';
		return this.#read(column, 'bad-date', message, read);
	}

	/** Whole seconds, or minutes and seconds as 3:25 or 1:03:25. */
	seconds(column: string): number | null {
		const message = () => 'Not a duration: write seconds (205) or 3:25.';
		return this.#read(column, 'bad-number', message, (text) => {
			if (/^\d{1,6}$/.test(text)) return Number(text);
			const parts = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(text);
			return parts ? Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) : null;
		});
	}

	/** A whole number from `least` to `most`. */
	whole(column: string, least: number, most: number): number | null {
		const range = () => (most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`);
		const message = () => `Not a whole number ${range()}: write digits only.`;
		return this.#read(column, 'bad-number', message, (text) => {
			const number = /^\d+$/.test(text) ? Number(text) : NaN;
			return number >= least && number <= most ? number : null;
		});
	}

	choice<Id extends string>(column: string, { ids, find }: Choice<Id>): Id | null {
		const message = () => `Not a known value: write one of ${ids.join(', ')}.`;
		return this.#read(column, 'unknown-value', message, find);
	}

	/**
	 * Marks an empty cell as an issue. What it then returns is no value at all, and safe because {@link finish}
	 * gives no value out once there is an issue.
	 */
	required<Value>(column: string, value: Value | null): Value {
		const isBlank = this.#cell(column).trim() === '';
		if (this.#hasIssue(column)) return value as Value;
		if (isBlank) this.#add(column, 'missing-value', 'Empty: this column needs a value.');
		else if (value === null)
			this.#add(column, 'unknown-value', 'Nothing usable in this cell: write letters or digits.');
		return value as Value;
	}

	/** An issue found by comparing columns. */
	reject(column: string, code: RowIssueCode, message: string): void {
		this.#add(column, code, message);
	}

	finish<Out>(value: Out): Mapped<Out> {
		return this.#issues.length === 0 ? { ok: true, value } : { ok: false, issues: this.#issues };
	}

	#read<Value>(
		column: string,
		code: RowIssueCode,
		message: () => string,
		read: (text: string) => Value | null
	): Value | null {
		const cell = this.#cell(column);
		if (cell === '') return null;
		const text = cell.normalize('NFKC').trim();
		if (text === '') return null;
		const value = read(text);
		if (value === null) this.#add(column, code, message(), maskValue(cell.trim()));
		return value;
	}

	/** Without what PostgreSQL cannot store (NUL) and UTF-8 cannot write (half a surrogate pair). */
	#cell(column: string): string {
		const fault = this.#row.faults?.[column];
		if (fault !== undefined && !this.#hasIssue(column)) this.#add(column, 'bad-cell', fault);
		const cell = this.#row.values[column] ?? '';
		return cell.isWellFormed() && !cell.includes('\0') ? cell : cell.replaceAll('\0', '').toWellFormed();
	}

	#hasIssue(column: string): boolean {
		return this.#issues.some((issue) => issue.column === column);
	}

	#add(column: string, code: RowIssueCode, message: string, value: string | null = null): void {
		this.#issues.push({ line: this.#row.line, column, code, message, value });
	}
}
