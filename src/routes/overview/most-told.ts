const most = 14;

interface Told {
	/** Whether its rate changed; null where that cannot be said. */
	readonly verdict: 'more' | 'fewer' | 'same' | 'too-few' | null;
}

/** The first themes of a list, and every other one whose rate changed, in the order of the list. */
export function mostTold<Row extends Told>(rows: readonly Row[]): readonly Row[] {
	const hasChanged = ({ verdict }: Row) => verdict === 'more' || verdict === 'fewer';
	return rows.filter((row, at) => at < most || hasChanged(row));
}
