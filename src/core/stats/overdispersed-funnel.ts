import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { requireNumbers } from './check-input.ts';
import { zOf, type Interval } from './interval.ts';
import { quantileOf, sumOf } from './moments.ts';

/**
 * `ratio`: observed over expected, target 1 · `rate`: events over an exposure, target the pooled rate ·
 * `proportion`: successes of n, target the pooled share.
 */
export type FunnelForm = 'ratio' | 'rate' | 'proportion';

export interface FunnelUnit {
	readonly numerator: number;
	/** Expected count, exposure or n, by the form. */
	readonly denominator: number;
}

/** Null in all of it: the unit has no denominator, and is left out. */
export interface PlacedUnit {
	readonly value: number | null;
	/** Standard deviations from the target by chance alone. */
	readonly z: number | null;
	/** The same with the usual spread between units allowed for; equals z where that is not applied. */
	readonly adjustedZ: number | null;
	/** 2Φ(−|adjustedZ|). */
	readonly pValue: number | null;
}

export interface OverdispersedFunnel {
	readonly target: number;
	/** Winsorised mean of z²: about 1 when chance alone is at work. */
	readonly phi: number;
	/** Variance between units on the transformed scale, as estimated. */
	readonly tau2: number;
	/** Is `tau2` used? With 10 units or more, and phi above 1. */
	readonly isApplied: boolean;
	readonly units: readonly PlacedUnit[];
	/** Limits of a unit of this denominator, on the scale of the values. */
	limitsAt(denominator: number, level?: number): Interval;
}

const fewestUnits = 10;
/** Share of the z-scores pulled in at each end before phi is taken: a real outlier must not excuse itself. */
const winsorised = 0.1;
/**
 * Mean of z² of a standard normal z that is pulled in at 10 % at each end: what is left of the 1 that chance alone
 * makes. With k = 1.281552: 0.8 − 2kφ(k) + 0.2k².
 */
const leftOfChance = 0.678_728_2;

/**
 * Funnel that allows for the usual spread between units (additive random effects). On the scale y = √(O/E) with
 * s = 1/(2√E) for ratios and rates (E = n·θ), y = arcsin√p with s = 1/(2√n) for proportions:
 * z = (y − y₀)/s, winsorised at the 10 % and 90 % quantiles (type 7); φ = Σz_w²/I, w = 1/s²,
 * τ² = max(0, (Iφ − (I − 1)) / (Σw − Σw²/Σw)); adjusted z = (y − y₀)/√(s² + τ²); limits (1 ± z√(s² + τ²))², or sin² of
 * arcsin√p̄ ± z√(s² + τ²). Units without denominator are left out. One unit alone has τ² = 0.
 * Throws a RangeError for negative or non-finite numbers, for more successes than n, and where no unit has a
 * denominator.
 * Source: D. J. Spiegelhalter, Stat Med 24 (2005) 1185–1202 and Qual Saf Health Care 14 (2005) 347–351;
 * Spiegelhalter et al., JRSS-A 175 (2012) 1–47.
 */
export function buildOverdispersedFunnel(
	units: readonly FunnelUnit[],
	form: FunnelForm
): OverdispersedFunnel {
	return buildFunnel(units, form, 1);
}

/** A unit beside what anybody would get with its work. */
export interface ExpectedUnit {
	readonly observed: number;
	readonly expected: number;
}

/**
 * The funnel that units are judged by: of ratios. `isWhole`: with φ divided by what pulling in leaves of chance. φ as
 * published is 0.68 where chance alone is at work, so that a spread between units of less than half as much again as
 * chance goes unseen, and those at its edge stand outside for being as different as everybody is. Small counts say
 * little about the spread: with them the correction hides more true outliers than it spares units that are none.
 * Throws as {@link buildOverdispersedFunnel}.
 */
export function buildUnitFunnel(units: readonly ExpectedUnit[], isWhole: boolean): OverdispersedFunnel {
	return buildFunnel(
		units.map(({ observed, expected }) => ({ numerator: observed, denominator: expected })),
		'ratio',
		isWhole ? leftOfChance : 1
	);
}

function buildFunnel(units: readonly FunnelUnit[], form: FunnelForm, byChance: number): OverdispersedFunnel {
	requireUnits(units, form);
	const scale = scaleOf(units, form);
	const compared = units.filter(({ denominator }) => denominator > 0);
	const { phi, tau2 } = estimateSpread(
		compared.map((unit) => scale.distanceOf(unit) / scale.errorAt(unit.denominator)),
		compared.map(({ denominator }) => scale.errorAt(denominator) ** -2),
		byChance
	);
	const isApplied = compared.length >= fewestUnits && phi > 1;
	const applied = isApplied ? tau2 : 0;
	return {
		target: scale.target,
		phi,
		tau2,
		isApplied,
		units: units.map((unit) => placeUnit(unit, scale, applied)),
		limitsAt: (denominator, level = 0.998) => {
			if (!(denominator > 0))
				throw new RangeError(`A funnel has no limits at a denominator of ${denominator}.`);
			return scale.limits(zOf(level) * Math.sqrt(scale.errorAt(denominator) ** 2 + applied));
		}
	};
}

interface Scale {
	readonly target: number;
	/** y − y₀ */
	distanceOf(unit: FunnelUnit): number;
	/** s */
	errorAt(denominator: number): number;
	/** From a half-width on the transformed scale. */
	limits(half: number): Interval;
}

function scaleOf(units: readonly FunnelUnit[], form: FunnelForm): Scale {
	const pooled =
		sumOf(units.map(({ numerator }) => numerator)) / sumOf(units.map(({ denominator }) => denominator));
	if (form === 'proportion') return arcsineScale(pooled);
	const target = form === 'ratio' ? 1 : pooled;
	return {
		target,
		// Where nothing was seen at all, everybody is at the target.
		distanceOf: ({ numerator, denominator }) =>
			target === 0 ? 0 : Math.sqrt(numerator / (denominator * target)) - 1,
		errorAt: (denominator) => 1 / (2 * Math.sqrt(denominator * (target || 1))),
		limits: (half) => ({ low: target * Math.max(0, 1 - half) ** 2, high: target * (1 + half) ** 2 })
	};
}

function arcsineScale(target: number): Scale {
	const middle = Math.asin(Math.sqrt(target));
	return {
		target,
		distanceOf: ({ numerator, denominator }) => Math.asin(Math.sqrt(numerator / denominator)) - middle,
		errorAt: (denominator) => 1 / (2 * Math.sqrt(denominator)),
		limits: (half) => ({
			low: Math.sin(Math.max(0, middle - half)) ** 2,
			high: Math.sin(Math.min(Math.PI / 2, middle + half)) ** 2
		})
	};
}

function estimateSpread(scores: readonly number[], weights: readonly number[], byChance: number) {
	const [low, high] = [quantileOf(scores, winsorised), quantileOf(scores, 1 - winsorised)];
	const count = scores.length;
	const phi = sumOf(scores.map((z) => Math.min(high, Math.max(low, z)) ** 2)) / count / byChance;
	const total = sumOf(weights);
	const spread = total - sumOf(weights.map((weight) => weight ** 2)) / total;
	return { phi, tau2: count < 2 ? 0 : Math.max(0, (count * phi - (count - 1)) / spread) };
}

function placeUnit(unit: FunnelUnit, scale: Scale, tau2: number): PlacedUnit {
	const { numerator, denominator } = unit;
	if (denominator === 0) return { value: null, z: null, adjustedZ: null, pValue: null };
	const error = scale.errorAt(denominator);
	const distance = scale.distanceOf(unit);
	const adjustedZ = distance / Math.sqrt(error ** 2 + tau2);
	return {
		value: numerator / denominator,
		z: distance / error,
		adjustedZ,
		pValue: 2 * normalCdf(-Math.abs(adjustedZ), 0, 1)
	};
}

function requireUnits(units: readonly FunnelUnit[], form: FunnelForm): void {
	requireNumbers(
		units.flatMap(({ numerator, denominator }) => [numerator, denominator]),
		'numerators and denominators',
		0
	);
	if (!units.some(({ denominator }) => denominator > 0))
		throw new RangeError('A funnel needs at least one unit with a denominator.');
	if (form === 'proportion' && units.some(({ numerator, denominator }) => numerator > denominator))
		throw new RangeError('No unit of a proportion can have more successes than n.');
	if (form !== 'proportion' && units.some(({ numerator, denominator }) => denominator === 0 && numerator > 0))
		throw new RangeError('A unit with events needs an expected count or an exposure.');
}
