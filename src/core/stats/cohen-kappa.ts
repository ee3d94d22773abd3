import { requireNumbers } from './check-input.ts';
import { zOf, type Interval } from './interval.ts';
import { sumOf } from './moments.ts';
import { wilsonInterval } from './wilson.ts';

export interface Agreement {
	/** Items both reviewers judged. */
	readonly n: number;
	/** Share of them judged alike, and its Wilson interval. */
	readonly observed: number;
	readonly observedInterval: Interval;
	/** Share to be expected if both had judged at random, each with their own habits. */
	readonly byChance: number;
	/** Null where both put everything into one and the same category: chance alone agrees fully. */
	readonly kappa: number | null;
	/** Of kappa; null with it. */
	readonly interval: Interval | null;
	/** Mean share of each category over both reviewers: a rare one makes κ low however well they agree. */
	readonly prevalence: readonly number[];
}

/**
 * Cohen's κ = (p_o − p_e)/(1 − p_e) of two reviewers; `table[i][j]` items were put into category i by the first and j
 * by the second. With the raw agreement and the prevalence, without which κ misleads. The interval is the large-sample
 * one, cut to −1 … 1.
 * Throws a RangeError for a table that is not square, holds negative or non-finite numbers, or nothing at all.
 * Source: J. Cohen, Educ Psychol Meas 20 (1960) 37–46; J. L. Fleiss, J. Cohen & B. S. Everitt, Psychol Bull 72 (1969)
 * 323–327; A. R. Feinstein & D. V. Cicchetti, J Clin Epidemiol 43 (1990) 543–549 (prevalence).
 */
export function measureAgreement(table: readonly (readonly number[])[], level = 0.95): Agreement {
	if (table.some((row) => row.length !== table.length))
		throw new RangeError('A table of agreement has as many rows as columns.');
	requireNumbers(table.flat(), 'numbers of items', 0);
	const n = sumOf(table.flat());
	if (n === 0) throw new RangeError('There is no agreement over no items.');
	const first = table.map((row) => sumOf(row) / n);
	const second = table.map((_, column) => sumOf(table.map((row) => row[column]!)) / n);
	const agreed = sumOf(table.map((row, index) => row[index]!));
	const byChance = sumOf(first.map((share, index) => share * second[index]!));
	const observed = agreed / n;
	const kappa = 1 - byChance < 1e-12 ? null : (observed - byChance) / (1 - byChance);
	return {
		n,
		observed,
		observedInterval: wilsonInterval(agreed, n, level),
		byChance,
		kappa,
		interval: kappa === null ? null : intervalOf({ table, n, first, second, kappa, byChance }, level),
		prevalence: first.map((share, index) => (share + second[index]!) / 2)
	};
}

interface Judgements {
	readonly table: readonly (readonly number[])[];
	readonly n: number;
	readonly first: readonly number[];
	readonly second: readonly number[];
	readonly kappa: number;
	readonly byChance: number;
}

function intervalOf({ table, n, first, second, kappa, byChance }: Judgements, level: number): Interval {
	let variance = -((kappa - byChance * (1 - kappa)) ** 2);
	table.forEach((row, i) =>
		row.forEach((items, j) => {
			const share = items / n;
			variance +=
				i === j
					? share * (1 - (first[i]! + second[i]!) * (1 - kappa)) ** 2
					: (1 - kappa) ** 2 * share * (second[i]! + first[j]!) ** 2;
		})
	);
	const half = (zOf(level) * Math.sqrt(Math.max(0, variance) / n)) / (1 - byChance);
	return { low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) };
}
