/** A sparse vector, of length 1 or shorter. */
export interface Vector {
	readonly features: Int32Array;
	readonly values: Float64Array;
}

export interface Sample {
	readonly vector: Vector;
	readonly isPositive: boolean;
}

export interface Logistic {
	readonly bias: number;
	/** By feature number. */
	readonly weights: Float64Array;
}

const epochs = 15;
const firstRate = 3;
/** Ridge penalty. */
const penalty = 1e-5;
/** Examples of a theme are few: one of them counts as much as two that are none. */
const positiveWeight = 2;
/** The bias is in every sample, a word in few: it learns more slowly. */
const biasRate = 0.1;

/**
 * Logistic regression by stochastic gradient descent with a falling rate. The order is fixed, so that equal samples
 * give equal weights. Source: L. Bottou, “Stochastic Gradient Descent Tricks” (2012), §5.
 */
export function trainLogistic(samples: readonly Sample[], featureCount: number): Logistic {
	const weights = new Float64Array(featureCount);
	/** All weights are kept divided by this, so that the penalty costs one multiplication a step. */
	let scale = 1;
	let bias = -3;
	let step = 0;
	const order = [...samples];
	const random = createRandom();
	for (let epoch = 0; epoch < epochs; epoch++) {
		shuffle(order, random);
		for (const { vector, isPositive } of order) {
			const rate = firstRate / (1 + penalty * firstRate * ++step);
			const error = sigmoid(bias + scale * dot(weights, vector)) - (isPositive ? 1 : 0);
			const change = rate * error * (isPositive ? positiveWeight : 1);
			scale *= 1 - rate * penalty;
			bias -= change * biasRate;
			add(weights, vector, -change / scale);
		}
	}
	return { bias, weights: weights.map((weight) => weight * scale) };
}

export function sigmoid(score: number): number {
	return 1 / (1 + Math.exp(-score));
}

function dot(weights: Float64Array, { features, values }: Vector): number {
	let sum = 0;
	for (let index = 0; index < features.length; index++)
		sum += (weights[features[index] ?? 0] ?? 0) * (values[index] ?? 0);
	return sum;
}

function add(weights: Float64Array, { features, values }: Vector, factor: number): void {
	for (let index = 0; index < features.length; index++) {
		const feature = features[index] ?? 0;
		weights[feature] = (weights[feature] ?? 0) + factor * (values[index] ?? 0);
	}
}

/** A fixed sequence of numbers in [0, 1): Park and Miller's generator. */
function createRandom(): () => number {
	let state = 20_261_123;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function shuffle<Item>(items: Item[], random: () => number): void {
	for (let last = items.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[items[last], items[other]] = [items[other] as Item, items[last] as Item];
	}
}
