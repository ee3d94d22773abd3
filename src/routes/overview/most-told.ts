import type { RateVerdict } from '#core/stats/judge-rates.ts';

const most = 14;

interface Told {
	readonly verdict: RateVerdict | null;
}

/** The first themes of a list, and every other one whose rate changed, in the order of the list. */
export function mostTold<Row extends Told>(rows: readonly Row[]): readonly Row[] {
	const hasChanged = ({ verdict }: Row) => verdict === 'more' || verdict === 'fewer';
	return rows.filter((row, at) => at < most || hasChanged(row));
}
