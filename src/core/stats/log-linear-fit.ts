import { requireNumbers, requireSameLength } from './check-input.ts';
import { sumOf } from './moments.ts';
import { invertSymmetric } from './symmetric-inverse.ts';

export interface LogLinearFit {
	readonly coefficients: readonly number[];
	/** (XᵀWX)⁻¹: the covariance of the coefficients, once multiplied by the dispersion. */
	readonly covariance: readonly (readonly number[])[];
	readonly fitted: readonly number[];
	/** Leverage h_i of each observation. */
	readonly leverages: readonly number[];
	/** Pearson χ² / degrees of freedom, as it is (not floored at 1); NaN without degrees of freedom. */
	readonly dispersion: number;
	readonly degreesOfFreedom: number;
}

interface LogLinearOptions {
	/** One a row, above 0; 1 by default. */
	readonly exposures?: readonly number[];
	/** Prior weights, one a row, 0 or more; 1 by default. */
	readonly weights?: readonly number[];
}

const mostSteps = 25;
const tolerance = 1e-8;
/** A mean below is taken for it, so that logarithms stay finite where nothing was ever counted. */
const leastMean = 2 ** -52;

/**
 * Quasi-Poisson log-linear model, log E(y_i) = log n_i + x_iᵀβ, by iteratively reweighted least squares. Null where it
 * does not converge within 25 steps (relative change of the deviance below 1e-8, as R's `glm`) or columns of `design`
 * depend on each other. Counts of 0 in a whole group have no finite solution: leave such rows out.
 * Throws a RangeError for negative or non-finite counts, exposures of 0 or less, and lists of different lengths.
 * Source: P. McCullagh & J. A. Nelder, Generalized Linear Models (1989) ch. 2 and 6; checked against R's `glm`.
 */
export function fitLogLinear(
	design: readonly (readonly number[])[],
	counts: readonly number[],
	options: LogLinearOptions = {}
): LogLinearFit | null {
	const { exposures = counts.map(() => 1), weights = counts.map(() => 1) } = options;
	requireSameLength(design, counts, 'rows of the design and counts');
	requireSameLength(exposures, counts, 'exposures and counts');
	requireSameLength(weights, counts, 'weights and counts');
	requireNumbers(counts, 'counts', 0);
	requireNumbers(exposures, 'exposures', Number.MIN_VALUE);
	requireNumbers(weights, 'weights', 0);
	const offsets = exposures.map(Math.log);
	let means = counts.map((count) => count + 0.1);
	let deviance = devianceOf(counts, means, weights);
	for (let step = 0; step < mostSteps; step++) {
		const working = weights.map((weight, row) => weight * means[row]!);
		const responses = counts.map(
			(count, row) => Math.log(means[row]!) - offsets[row]! + (count - means[row]!) / means[row]!
		);
		const solved = solveWeighted(design, responses, working);
		if (solved === null) return null;
		means = design.map((row, index) =>
			Math.max(leastMean, Math.exp(dot(row, solved.coefficients) + offsets[index]!))
		);
		const before = deviance;
		deviance = devianceOf(counts, means, weights);
		if (!Number.isFinite(deviance)) return null;
		if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < tolerance)
			return describe(design, counts, { ...solved, working, means });
	}
	return null;
}

interface Solution {
	readonly coefficients: readonly number[];
	readonly covariance: readonly (readonly number[])[];
	readonly working: readonly number[];
	readonly means: readonly number[];
}

function describe(
	design: readonly (readonly number[])[],
	counts: readonly number[],
	{ coefficients, covariance, working, means }: Solution
): LogLinearFit {
	const used = working.filter((weight) => weight > 0).length;
	const degreesOfFreedom = used - coefficients.length;
	const pearson = counts.map((count, row) => working[row]! * ((count - means[row]!) / means[row]!) ** 2);
	return {
		coefficients,
		covariance,
		fitted: means,
		leverages: design.map((row, index) => working[index]! * quadraticForm(row, covariance)),
		dispersion: degreesOfFreedom > 0 ? sumOf(pearson) / degreesOfFreedom : NaN,
		degreesOfFreedom
	};
}

function solveWeighted(
	design: readonly (readonly number[])[],
	responses: readonly number[],
	weights: readonly number[]
): Pick<Solution, 'coefficients' | 'covariance'> | null {
	const width = design[0]?.length ?? 0;
	const normal = Array.from({ length: width }, () => new Array<number>(width).fill(0));
	const right = new Array<number>(width).fill(0);
	design.forEach((row, index) => {
		const weight = weights[index]!;
		row.forEach((value, a) => {
			if (value === 0) return;
			right[a]! += weight * value * responses[index]!;
			for (let b = 0; b < width; b++) normal[a]![b]! += weight * value * row[b]!;
		});
	});
	const covariance = invertSymmetric(normal);
	if (covariance === null) return null;
	return { coefficients: covariance.map((row) => dot(row, right)), covariance };
}

/** xᵀMx, M symmetric. */
export function quadraticForm(x: readonly number[], matrix: readonly (readonly number[])[]): number {
	return dot(
		x,
		matrix.map((row) => dot(row, x))
	);
}

function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function devianceOf(counts: readonly number[], means: readonly number[], weights: readonly number[]): number {
	return sumOf(
		counts.map((count, row) => {
			const mean = means[row]!;
			const log = count > 0 ? count * Math.log(count / mean) : 0;
			return 2 * weights[row]! * (log - (count - mean));
		})
	);
}
