/** How far a reading was at a moment. */
export interface Mark {
	readonly rows: number;
	/** Milliseconds of any clock that only goes forward. */
	readonly at: number;
}
export interface Pace {
	readonly rowsPerSecond: number;
	/** Null where the rows of the whole file are not known. */
	readonly secondsLeft: number | null;
}

const leastMs = 1000;

/** Null while it is too early to tell. */
export function paceOf(first: Mark, now: Mark, rowTotal: number | null): Pace | null {
	const ms = now.at - first.at;
	const rows = now.rows - first.rows;
	if (ms < leastMs || rows <= 0) return null;
	const rowsPerSecond = (rows * 1000) / ms;
	const left = rowTotal === null ? null : Math.max(0, rowTotal - now.rows) / rowsPerSecond;
	return { rowsPerSecond, secondsLeft: left };
}
