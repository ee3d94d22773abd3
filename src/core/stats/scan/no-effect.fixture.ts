import { createRandom, poissonSampler } from '../seeded-random.ts';
import type { StratumCell } from '../expected.ts';
import type { UnitComparison } from './judge-units.ts';
import type { TrendMonth } from './judge-trend.ts';

const strata = ['phone · M1', 'phone · M2', 'phone · M3', 'sms · M1', 'visit · M3', 'visit · M4-M6'];
const agencies = ['a', 'b', 'c'];
const teamsOfAgency = 3;
const agentsOfTeam = 7;
const themeCount = 21;
const contactsOfAgent = 30_000;

/**
 * Counts of an organisation in which nobody differs from anybody: every agent, and so every team and agency, gets
 * complaints at the rate of the theme and the stratum, and only chance differs. The mix of work differs a lot.
 */
export function createNullComparisons(seed: number): readonly UnitComparison[] {
	const random = createRandom(seed);
	const agents = agencies.flatMap((agency) =>
		Array.from({ length: teamsOfAgency }, (_, team) =>
			Array.from({ length: agentsOfTeam }, (_agent, agent) => ({
				agency,
				team: `${agency}${team}`,
				agent: `${agency}${team}-${agent}`,
				work: mixOf(random)
			}))
		).flat()
	);
	return Array.from({ length: themeCount }, (_, at) => {
		const theme = `theme-${at}`;
		const rate = 0.0001 * 10 ** (1.2 * random());
		const cells = agents.flatMap((agent) =>
			strata.map((stratum, place) => {
				const exposure = Math.round(agent.work[place]! * contactsOfAgent);
				const mean = rate * (0.5 + place / 2) * exposure;
				return { ...agent, stratum, exposure, observed: drawPoisson(mean, random) };
			})
		);
		return (['agency', 'team', 'agent'] as const).map((kind) => ({
			kind,
			theme,
			cells: sumCells(cells.map((cell) => ({ ...cell, unit: cell[kind] })))
		}));
	}).flat();
}

/** Knuth's product of uniforms: for the small means here quicker than a table each. */
function drawPoisson(mean: number, random: () => number): number {
	if (mean > 30) return poissonSampler(mean)(random());
	const end = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > end; product *= random()) count++;
	return count;
}

/** Shares of the strata: each agent works two or three of them. */
function mixOf(random: () => number): number[] {
	const weights = strata.map(() => (random() < 0.45 ? 0.2 + random() : 0));
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return sum === 0 ? strata.map(() => 1 / strata.length) : weights.map((weight) => weight / sum);
}

function sumCells(cells: readonly StratumCell[]): readonly StratumCell[] {
	const sums = new Map<string, { unit: string; stratum: string; observed: number; exposure: number }>();
	for (const { unit, stratum, observed, exposure } of cells) {
		const key = `${unit}\t${stratum}`;
		const sum = sums.get(key) ?? { unit, stratum, observed: 0, exposure: 0 };
		sums.set(key, { ...sum, observed: sum.observed + observed, exposure: sum.exposure + exposure });
	}
	return [...sums.values()];
}

const months = 30;
const baselineMonths = 24;
const seriesCount = 120;

/** Monthly counts of many series whose rate never changes. */
export function createNullSeries(seed: number): readonly (readonly TrendMonth[])[] {
	const random = createRandom(seed);
	return Array.from({ length: seriesCount }, () => {
		const mean = 1.2 * 20 ** random();
		const sample = poissonSampler(mean);
		return Array.from({ length: months }, (_, at) => ({
			count: sample(random()),
			exposure: 1000,
			isBaseline: at < baselineMonths
		}));
	});
}
