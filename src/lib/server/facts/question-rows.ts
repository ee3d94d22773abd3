import { isOfTags, type Axis, type CountRow, type Question, type Split } from '#core/domain/question.ts';
import { noneOf, noText } from '../storage/not-stated.ts';
import type { Source } from '../storage/question-schema.ts';
import { dimensionColumns } from '../storage/where-filter.ts';

/** Columns of the keys, in the order of the splits. */
export const keyColumns = ['key0', 'key1'] as const;

export type KeyedRow = Readonly<Partial<Record<(typeof keyColumns)[number], string | number | null>>>;

export function keysOfRow(
	{ engine }: Source,
	{ splits }: Question,
	row: KeyedRow
): readonly (string | null)[] {
	return splits.map((split, at) => {
		const key = row[keyColumns[at as 0 | 1]] ?? null;
		const isNone = key === null || (engine === 'facts' && key === noneOfSplit(split));
		return isNone ? null : String(key);
	});
}

/** What the facts have as the key of what is not stated. */
export function noneOfSplit(split: Split): string | number {
	return 'by' in split && !isOfTags(split.by) ? noneOf(columnOfAxis(split.by)) : noText;
}

export function columnOfAxis(by: Axis): string {
	if (isOfTags(by)) throw new TypeError(`Feedback has no column of ${by}.`);
	return dimensionColumns[by === 'severity' ? 'worst' : by];
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
