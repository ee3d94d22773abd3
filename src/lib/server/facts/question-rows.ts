import type { CountRow, Question } from '#core/domain/question.ts';

/** Columns of the keys, in the order of the splits. */
export const keyColumns = ['key0', 'key1'] as const;

export type KeyedRow = Readonly<Partial<Record<(typeof keyColumns)[number], string | number | null>>>;

export function keysOfRow({ splits }: Question, row: KeyedRow): readonly (string | null)[] {
	return splits.map((_, at) => {
		const key = row[keyColumns[at as 0 | 1]] ?? null;
		return key === null ? null : String(key);
	});
}

/** Equal keys, equal text. */
export function keyName(keys: readonly (string | null)[]): string {
	return JSON.stringify(keys);
}

/** One axis: most feedback first, cut at its top. Else by the keys in the order of the splits; not stated comes last. */
export function inOrder<Row extends CountRow>(
	{ splits, top }: Question,
	rows: readonly Row[]
): readonly Row[] {
	const [only] = splits;
	const byCount = splits.length === 1 && only !== undefined && 'by' in only;
	const sorted = rows.toSorted((one, other) => {
		const difference = byCount ? other.feedback - one.feedback : 0;
		return difference || compareKeys(one.keys, other.keys);
	});
	return byCount && top !== undefined ? sorted.slice(0, top) : sorted;
}

function compareKeys(one: CountRow['keys'], other: CountRow['keys']): number {
	for (const [at, key] of one.entries()) {
		const against = other[at] ?? null;
		if (key === against) continue;
		if (key === null) return 1;
		if (against === null) return -1;
		return key < against ? -1 : 1;
	}
	return 0;
}
