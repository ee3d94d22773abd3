import { requireNumbers } from './check-input.ts';
import { zOf } from './interval.ts';

/** How long a case took, or has been open so far. */
export interface CaseDuration {
	/** 0 or more, in any unit. */
	readonly time: number;
	/** False: still open, or lost sight of, at `time` (censored). */
	readonly isClosed: boolean;
}

export interface SurvivalStep {
	readonly time: number;
	readonly atRisk: number;
	readonly closed: number;
	/** Share still open after this time. */
	readonly open: number;
	/** Null where it is not defined: once all are closed. */
	readonly low: number | null;
	readonly high: number | null;
}

export interface SurvivalCurve {
	/** One a time at which cases were closed. */
	readonly steps: readonly SurvivalStep[];
	/** Null where fewer than half were closed for certain. */
	readonly median: number | null;
	/** Ends of its interval; a null high end is “not reached yet”, a null low end that nothing can be said. */
	readonly medianLow: number | null;
	readonly medianHigh: number | null;
}

/** Pointwise limits of S(t) on the scale ln(−ln S), which stay in 0 … 1, or on ln S, which is R's default. */
type Scale = 'log-log' | 'log';

const tolerance = 1e-9;

/**
 * Median time to close when some cases are still open: Kaplan and Meier's curve S(t) = Π(1 − d_i/n_i) with Greenwood's
 * variance S²Σd/(n(n − d)). A case that closes and one that stops being seen at the same time: the first counts as
 * earlier. The median is the least t with S(t) ≤ ½ (halfway to the next step where S is ½ exactly); its interval is
 * Brookmeyer and Crowley's: all t at which the pointwise limits of S hold ½.
 * Throws a RangeError for no cases, and negative or non-finite times.
 * Source: E. L. Kaplan & P. Meier, JASA 53 (1958) 457–481; R. Brookmeyer & J. Crowley, Biometrics 38 (1982) 29–41;
 * as R's `survfit` with `conf.type` “log-log” or “log”.
 */
export function estimateSurvival(
	cases: readonly CaseDuration[],
	{ level = 0.95, scale = 'log-log' }: { readonly level?: number; readonly scale?: Scale } = {}
): SurvivalCurve {
	if (cases.length === 0) throw new RangeError('There is no time to close without cases.');
	requireNumbers(
		cases.map(({ time }) => time),
		'times',
		0
	);
	const times = [...new Set(cases.filter(({ isClosed }) => isClosed).map(({ time }) => time))];
	const z = zOf(level);
	let open = 1;
	let greenwood = 0;
	const steps = times
		.toSorted((a, b) => a - b)
		.map((time): SurvivalStep => {
			const atRisk = cases.filter((other) => other.time >= time).length;
			const closed = cases.filter((other) => other.isClosed && other.time === time).length;
			open = closed === atRisk ? 0 : open * (1 - closed / atRisk);
			greenwood += closed / (atRisk * (atRisk - closed));
			return { time, atRisk, closed, open, ...limitsOf(open, z * Math.sqrt(greenwood), scale) };
		});
	return {
		steps,
		median: crossing(steps, ({ open }) => open),
		medianLow: crossing(steps, ({ low }) => low),
		medianHigh: crossing(steps, ({ high }) => high)
	};
}

function limitsOf(open: number, half: number, scale: Scale): Pick<SurvivalStep, 'low' | 'high'> {
	if (open === 0) return { low: null, high: null };
	if (scale === 'log') return { low: open * Math.exp(-half), high: Math.min(1, open * Math.exp(half)) };
	const factor = Math.exp(half / Math.log(open));
	return { low: open ** (1 / factor), high: open ** factor };
}

function crossing(
	steps: readonly SurvivalStep[],
	curve: (step: SurvivalStep) => number | null
): number | null {
	const below = steps.filter((step) => (curve(step) ?? 1) <= 0.5 + tolerance);
	const [first] = below;
	if (first === undefined) return null;
	const reached = curve(first) ?? 1;
	if (Math.abs(reached - 0.5) > tolerance) return first.time;
	const next = below.find((step) => (curve(step) ?? 1) < 0.5 - tolerance);
	return next === undefined ? first.time : (first.time + next.time) / 2;
}
