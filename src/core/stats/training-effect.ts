import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { requireNumbers, requireShare } from './check-input.ts';
import type { Interval } from './interval.ts';
import { fitLogLinear, quadraticForm } from './log-linear-fit.ts';

/** One agent in one period. */
export interface AgentPeriod {
	readonly agent: string;
	readonly period: string;
	readonly count: number;
	readonly exposure: number;
	/** Was the agent trained before this period? */
	readonly isTrained: boolean;
}

export interface TrainingEffect {
	/** e^θ: below 1, the rate fell by more than that of agents not (yet) trained. */
	readonly ratio: number;
	/** From the clustered standard error and the t distribution with agents − 1 degrees of freedom. */
	readonly interval: Interval;
	/** Of θ: clustered by agent, and quasi-Poisson √(φ·Var). They differ where an agent's periods are alike. */
	readonly clusteredError: number;
	readonly quasiPoissonError: number;
	/** φ, at least 1. */
	readonly dispersion: number;
	/** Agents and rows that the estimate rests on. */
	readonly agents: number;
	readonly rows: number;
}

/**
 * Difference in differences over many agents and periods: O ~ quasi-Poisson(n·exp(a_agent + b_period + θ·trained)).
 * Rows without exposure are left out, and so are agents and periods without any event: they tell nothing of θ. Null
 * where θ cannot be told apart from agents and periods (nobody trained, everybody always, fewer than two agents), or the
 * model does not converge. If agents were trained because their rate was high, it falls without training too; compare
 * with the shrunken rate before (`marshall-shrinkage.ts`).
 * Throws a RangeError for negative or non-finite counts and exposures, and a level outside of (0, 1).
 * Source: J. M. Wooldridge, Econometrics Journal 26 (2023) C31–C66 (Poisson difference in differences); K.-Y. Liang &
 * S. L. Zeger, Biometrika 73 (1986) 13–22 (clustered errors, with the factor G/(G − 1)).
 */
export function estimateTrainingEffect(rows: readonly AgentPeriod[], level = 0.95): TrainingEffect | null {
	requireShare(level, 'level');
	requireNumbers(
		rows.flatMap(({ count, exposure }) => [count, exposure]),
		'counts and exposures',
		0
	);
	const used = withEvents(rows.filter(({ exposure }) => exposure > 0));
	const agents = [...new Set(used.map(({ agent }) => agent))];
	if (agents.length < 2) return null;
	const design = designOf(used, agents);
	const counts = used.map(({ count }) => count);
	const fit = fitLogLinear(design, counts, { exposures: used.map(({ exposure }) => exposure) });
	if (fit === null || !(fit.degreesOfFreedom > 0)) return null;
	const last = fit.coefficients.length - 1;
	const dispersion = Math.max(1, fit.dispersion);
	const scores = design.map((row, index) =>
		row.map((value) => value * (counts[index]! - fit.fitted[index]!))
	);
	const clustered = agents.map((agent) => sumRows(scores.filter((_, index) => used[index]!.agent === agent)));
	const spread = clustered.reduce((sum, score) => sum + dotOf(fit.covariance[last]!, score) ** 2, 0);
	const clusteredError = Math.sqrt((spread * agents.length) / (agents.length - 1));
	const half = tQuantile((1 + level) / 2, agents.length - 1) * clusteredError;
	const theta = fit.coefficients[last]!;
	return {
		ratio: Math.exp(theta),
		interval: { low: Math.exp(theta - half), high: Math.exp(theta + half) },
		clusteredError,
		quasiPoissonError: Math.sqrt(dispersion * quadraticForm(unit(last), fit.covariance)),
		dispersion,
		agents: agents.length,
		rows: used.length
	};
}

/** Leaving out a period may leave an agent without events, and the other way round: until nothing changes. */
function withEvents(rows: readonly AgentPeriod[]): readonly AgentPeriod[] {
	const agents = new Set(rows.filter(({ count }) => count > 0).map(({ agent }) => agent));
	const periods = new Set(rows.filter(({ count }) => count > 0).map(({ period }) => period));
	const kept = rows.filter(({ agent, period }) => agents.has(agent) && periods.has(period));
	return kept.length === rows.length ? kept : withEvents(kept);
}

/** One column an agent, one a period but the first, and the effect last. */
function designOf(rows: readonly AgentPeriod[], agents: readonly string[]): number[][] {
	const periods = [...new Set(rows.map(({ period }) => period))].slice(1);
	return rows.map((row) => [
		...agents.map((agent) => Number(agent === row.agent)),
		...periods.map((period) => Number(period === row.period)),
		Number(row.isTrained)
	]);
}

function sumRows(rows: readonly (readonly number[])[]): number[] {
	return rows.reduce<number[]>((sum, row) => row.map((value, index) => value + (sum[index] ?? 0)), []);
}

function dotOf(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

function unit(at: number): number[] {
	return Array.from({ length: at + 1 }, (_, index) => Number(index === at));
}
