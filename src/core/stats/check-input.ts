/** Throws a RangeError unless every value is a finite number of at least `least`; `what` names them in the plural. */
export function requireNumbers(values: readonly number[], what: string, least = -Infinity): void {
	const at = values.findIndex((value) => !(Number.isFinite(value) && value >= least));
	if (at < 0) return;
	const rule = least === -Infinity ? 'finite numbers' : `finite numbers of ${least} or more`;
	throw new RangeError(`The ${what} must be ${rule}; number ${at + 1} is ${values[at]}.`);
}

/** Throws a RangeError unless both lists have the same length. */
export function requireSameLength(a: readonly unknown[], b: readonly unknown[], what: string): void {
	if (a.length !== b.length)
		throw new RangeError(`The ${what} must be as many; they are ${a.length} and ${b.length}.`);
}

/** Throws a RangeError unless the value lies strictly between 0 and 1. */
export function requireShare(value: number, what: string): void {
	if (!(value > 0 && value < 1)) throw new RangeError(`The ${what} must lie between 0 and 1, not ${value}.`);
}
