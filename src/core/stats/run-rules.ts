import type { ControlPoint } from './control-chart.ts';

export type RunRule = 'outside' | 'shift' | 'trend' | 'two-of-three';

/** Points in a row that make a shift or a trend. */
const longRun = 7;

/**
 * Which points are special by the four rules of the NHS “plot the dots”, in the order of the points:
 * `outside` the limits · `shift`: 7 or more in a row on one side of the centre · `trend`: 7 or more in a row, each
 * higher (or each lower) than the one before · `two-of-three`: of three in a row on one side, two or three lie between
 * ⅔ of the limit and the limit. All points of a shift or trend are marked; of two-of-three those near the limit. A
 * point on the centre is on neither side. A gap, or a point without limits, ends every run.
 * Throws a RangeError for a non-finite centre.
 * Source: NHS England, Making Data Count; NHSRplotthedots.
 */
export function applyRunRules(points: readonly ControlPoint[], center: number): ReadonlySet<RunRule>[] {
	if (!Number.isFinite(center)) throw new RangeError(`A chart has no runs around a centre of ${center}.`);
	const found = points.map(() => new Set<RunRule>());
	const mark = (rule: RunRule, from: number, to: number) => {
		for (let at = from; at < to; at++) found[at]?.add(rule);
	};
	points.forEach((point, at) => {
		if (point.isOutside) mark('outside', at, at + 1);
	});
	const sides = points.map(({ value }) => (value === null ? 0 : Math.sign(value - center)));
	for (const { from, to } of runsOf(sides)) if (to - from >= longRun) mark('shift', from, to);
	for (const { from, to } of runsOf(stepsOf(points)))
		// A run of 6 steps joins 7 points: the one before the first step belongs to it.
		if (to - from >= longRun - 1) mark('trend', from, to + 1);
	markTwoOfThree(points, sides, center, mark);
	return found;
}

function markTwoOfThree(
	points: readonly ControlPoint[],
	sides: readonly number[],
	center: number,
	mark: (rule: RunRule, from: number, to: number) => void
): void {
	const near = points.map((point) => isNear(point, center));
	for (let at = 0; at + 3 <= points.length; at++) {
		const window = [at, at + 1, at + 2];
		if (Math.abs(window.reduce((sum, index) => sum + (sides[index] ?? 0), 0)) !== 3) continue;
		const close = window.filter((index) => near[index]);
		if (close.length >= 2) for (const index of close) mark('two-of-three', index, index + 1);
	}
}

/** A limit cut at 0 or 1 is nearer to the centre than 3 standard deviations; the other one still tells them. */
function isNear(point: ControlPoint, center: number): boolean {
	const { value, low, high, isOutside } = point;
	if (value === null || low === null || high === null || isOutside) return false;
	return Math.abs(value - center) > (2 / 3) * Math.max(high - center, center - low);
}

function stepsOf(points: readonly ControlPoint[]): number[] {
	return points.slice(1).map(({ value }, index) => {
		const before = points[index]?.value ?? null;
		return value === null || before === null ? 0 : Math.sign(value - before);
	});
}

/** Longest stretches of equal signs; a 0 belongs to none. */
function runsOf(signs: readonly number[]): { readonly from: number; readonly to: number }[] {
	const runs: { from: number; to: number }[] = [];
	signs.forEach((sign, at) => {
		const last = runs.at(-1);
		if (sign === 0) return;
		if (last?.to === at && signs[last.from] === sign) last.to = at + 1;
		else runs.push({ from: at, to: at + 1 });
	});
	return runs;
}
