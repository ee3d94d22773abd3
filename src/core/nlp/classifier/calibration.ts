import { sigmoid } from './train-logistic.ts';

/** Turns a classifier's score of a text into the probability that a reader finds the theme in it. */
export interface Calibration {
	readonly bias: number;
	/** For one unit of the score. */
	readonly score: number;
	/** For one unit of the natural logarithm of the text's length, in thousands of UTF-16 code units. */
	readonly length: number;
	/** For one unit of the score of {@link anyConduct}; absent where that is not learnt. */
	readonly conduct?: number | undefined;
}

/**
 * Learnt like a theme and never named: does the text tell of any conduct at all? A letter about a loan is seldom an
 * example of a theme, whatever words they share.
 */
export const anyConduct = 'any_conduct';

/** What a text shows of a theme. */
export interface Signs {
	/** Log odds, as a scorer gives them. */
	readonly score: number;
	/** Of the text, in UTF-16 code units. */
	readonly length: number;
	/** Log odds of {@link anyConduct}; 0 where that is not learnt. */
	readonly conduct: number;
}

export interface Outcome extends Signs {
	readonly isTrue: boolean;
}

/**
 * A tag counts from this probability on: F1 is highest where the threshold is half of the F1 that is reached; a little
 * more, as a clean text that is flagged costs more than an act that is missed in a text with others.
 * Source: Z. C. Lipton, C. Elkan, B. Naryanaswamy, “Optimal Thresholding of Classifiers to Maximize F1 Measure” (2014).
 */
export const likelyEnough = 0.45;

/** What a rule has found of a critical theme counts from here on: a single case is for a person to judge. */
export const likelyEnoughWhereCritical = 0.2;

/** A text shorter than this is judged as if it were so long: nothing was learnt from shorter ones. */
const shortest = 100;
const steps = 4000;
const rate = 0.5;
/** Ridge penalty, in outcomes. */
const penalty = 1;

/** Probability, between 0 and 1. */
export function probabilityOf(calibration: Calibration, { score, length, conduct }: Signs): number {
	return sigmoid(
		calibration.bias +
			calibration.score * score +
			calibration.length * logarithmOf(length) +
			(calibration.conduct ?? 0) * conduct
	);
}

/**
 * Logistic regression of what came true on what the texts showed, by gradient descent on standardised values.
 * Source: J. Platt, “Probabilistic Outputs for Support Vector Machines” (1999). Without outcomes, everything is at 1/2.
 */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
	const scores = standardise(outcomes.map(({ score }) => score));
	const lengths = standardise(outcomes.map(({ length }) => logarithmOf(length)));
	const conducts = standardise(outcomes.map(({ conduct }) => conduct));
	const truths = Float64Array.from(outcomes, ({ isTrue }) => (isTrue ? 1 : 0));
	const pace = rate / Math.max(1, outcomes.length);
	let bias = 0;
	let ofScore = 0;
	let ofLength = 0;
	let ofConduct = 0;
	for (let step = 0; step < steps; step++) {
		let biasError = 0;
		let scoreError = penalty * ofScore;
		let lengthError = penalty * ofLength;
		let conductError = penalty * ofConduct;
		for (let index = 0; index < truths.length; index++) {
			const score = scores.values[index] as number;
			const length = lengths.values[index] as number;
			const conduct = conducts.values[index] as number;
			const odds = bias + ofScore * score + ofLength * length + ofConduct * conduct;
			const error = sigmoid(odds) - (truths[index] as number);
			biasError += error;
			scoreError += error * score;
			lengthError += error * length;
			conductError += error * conduct;
		}
		bias -= pace * biasError;
		ofScore -= pace * scoreError;
		ofLength -= pace * lengthError;
		ofConduct -= pace * conductError;
	}
	const perScore = ofScore / scores.deviation;
	const perLength = ofLength / lengths.deviation;
	const perConduct = ofConduct / conducts.deviation;
	const atMeans = perScore * scores.mean + perLength * lengths.mean + perConduct * conducts.mean;
	return {
		bias: round(bias - atMeans),
		score: round(perScore),
		length: round(perLength),
		conduct: round(perConduct)
	};
}

function logarithmOf(length: number): number {
	return Math.log(Math.max(shortest, length) / 1000);
}

function standardise(values: readonly number[]) {
	const count = Math.max(1, values.length);
	const mean = values.reduce((sum, value) => sum + value, 0) / count;
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
	const deviation = Math.sqrt(variance) || 1;
	return { mean, deviation, values: Float64Array.from(values, (value) => (value - mean) / deviation) };
}

function round(value: number): number {
	return Number(value.toFixed(3));
}
