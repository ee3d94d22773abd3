import { describe, expect, it } from 'vitest';
import { adjustPValues } from './benjamini-hochberg.ts';
import { buildCChart } from './c-chart.ts';
import { measureAgreement } from './cohen-kappa.ts';
import { compareProportions } from './compare-proportions.ts';
import { compareRates } from './compare-rates.ts';
import { tabularCusum } from './cusum.ts';
import { detectByEars } from './ears.ts';
import { buildEwmaChart } from './ewma-chart.ts';
import { negativeBinomialThreshold, powerThreshold, type PowerTransform } from './farrington-threshold.ts';
import { farringtonWeights } from './farrington-weights.ts';
import { detectByFarrington } from './farrington.ts';
import { funnelLevels, funnelLimits } from './funnel-limits.ts';
import { garwoodInterval } from './garwood.ts';
import { compareLogOdds } from './log-odds.ts';
import { poissonMidP } from './mid-p.ts';
import { newcombeInterval } from './newcombe.ts';
import { buildNormalisedIChart } from './normalised-i-chart.ts';
import { buildOverdispersedFunnel } from './overdispersed-funnel.ts';
import { testPoissonOverdispersion } from './overdispersion-test.ts';
import { buildPChart } from './p-chart.ts';
import vectors from './test-vectors.json' with { type: 'json' };
import { buildUChart } from './u-chart.ts';
import { wilsonInterval } from './wilson.ts';
import { buildXmrChart } from './xmr-chart.ts';

/**
 * Expects a number as printed: within one unit of its last printed digit (handbooks round, and some cut), and to 1e-6
 * relative where more digits are printed than that.
 */
function expectPrinted(actual: number | null | undefined, printed: number): void {
	const decimals = String(printed).split('.')[1]?.length ?? 0;
	const tolerance = Math.max(10 ** -decimals * (decimals === 0 ? 1e-9 : 1), 1e-6 * Math.abs(printed));
	expect(actual ?? NaN, `to be ${printed} as printed`).toBeGreaterThanOrEqual(printed - tolerance);
	expect(actual ?? NaN, `to be ${printed} as printed`).toBeLessThanOrEqual(printed + tolerance);
}

/** Whole lists of them. */
function expectAllPrinted(actual: readonly (number | null)[], printed: readonly number[]): void {
	expect(actual).toHaveLength(printed.length);
	printed.forEach((value, index) => expectPrinted(actual[index], value));
}

/** Places of what is true, counted from 1 as in print. */
function placesOf(marks: readonly boolean[]): number[] {
	return marks.flatMap((isMarked, index) => (isMarked ? [index + 1] : []));
}

type Vectors = Omit<typeof vectors, '_readme'>;

const outsideOf = (points: readonly { readonly isOutside: boolean }[]) =>
	placesOf(points.map(({ isOutside }) => isOutside));
const ratesOf = (counts: readonly number[], exposures: readonly number[]) =>
	counts.map((count, index) => ({ count, exposure: exposures[index]!, isBaseline: true }));

const checks: { readonly [Key in keyof Vectors]: (vector: Vectors[Key]) => void } = {
	c_nist_wafer: ({ counts, expect: printed }) => {
		const chart = buildCChart(counts.map((count) => ({ count, isBaseline: true })));
		expectPrinted(chart.center, printed.center);
		expectPrinted(chart.points[0]?.high, printed.ucl);
		expectPrinted(chart.points[0]?.low, printed.lcl);
		expect(outsideOf(chart.points)).toEqual(printed.out);
	},
	p_nist_wafer: ({ counts, n, expect: printed }) => {
		const chart = buildPChart(
			counts.map((successes) => ({ successes, n, isBaseline: true })),
			'p'
		);
		expectPrinted(chart.center, printed.center);
		expectPrinted(chart.points[0]?.high, printed.ucl);
		expectPrinted(chart.points[0]?.low, printed.lcl);
	},
	xmr_nist_flowrate: ({ x, expect: printed }) => {
		const chart = buildXmrChart(x, { factor: 'd2' });
		expectPrinted(chart.center, printed.mean);
		expectPrinted(chart.meanRange, printed.mr_bar);
		expectPrinted(chart.points[0]?.high, printed['ucl_d2_1.128']);
		expectPrinted(chart.points[0]?.low, printed['lcl_d2_1.128']);
		// Printed from a D₄ of more digits than the 3.267 of the tables.
		expect(chart.rangeLimit).toBeCloseTo(printed.mr_ucl, 3);
		expectPrinted(buildXmrChart(x).points[0]?.high, 55.80489);
	},
	ewma_nist: ({ x, lam, target, sigma, L, expect: printed }) => {
		const options = { target, sigma, lambda: lam, width: L, limits: 'asymptotic' } as const;
		const points = buildEwmaChart(x, options);
		expectAllPrinted(
			points.map(({ value }) => value),
			printed.ewma
		);
		expectPrinted(points[0]?.high, printed.ucl_asymptotic);
		expectPrinted(points[0]?.low, printed.lcl_asymptotic);
		expect(outsideOf(points)).toEqual(printed.signals);
	},
	cusum_nist: ({ x, target, k, h, expect: printed }) => {
		const points = tabularCusum(x, { target, k, h });
		// NIST rounds each sum to two digits before it adds the next value.
		points.forEach(({ high, low }, index) => {
			expect(Math.abs(high - printed.s_hi_2dp[index]!)).toBeLessThan(0.0151);
			expect(Math.abs(low - printed.s_lo_2dp[index]!)).toBeLessThan(0.0151);
		});
		expect(placesOf(points.map(({ isSignal }) => isSignal))).toEqual(printed.signals);
	},
	u_montgomery_pc: ({ counts, n, expect: printed }) => {
		const chart = buildUChart(
			ratesOf(
				counts,
				counts.map(() => n)
			),
			'u'
		);
		expectPrinted(chart.center, printed.u_bar);
		expectPrinted(chart.points[0]?.high, printed.ucl);
		expectPrinted(chart.points[0]?.low, printed.lcl);
	},
	u_montgomery_dyedcloth: ({ counts, n, expect: printed }) => {
		expectPrinted(buildUChart(ratesOf(counts, n), 'u').center, printed.u_bar);
	},
	u_uprime_taylor_complaints: ({ complaints, sales, expect: printed }) => {
		const inputs = ratesOf(complaints, sales);
		const plain = buildUChart(inputs, 'u');
		const prime = buildUChart(inputs, 'u-prime');
		const individual = buildNormalisedIChart(inputs);
		expectPrinted(plain.center, printed.center);
		expectPrinted(prime.sigmaZ, printed.sigma_z);
		expectPrinted(prime.measuredSigmaZ, printed.sigma_z);
		expectAllPrinted(
			plain.points.map(({ high }) => high),
			printed.u_ucl
		);
		expectAllPrinted(
			prime.points.map(({ high }) => high),
			printed.uprime_ucl
		);
		expectAllPrinted(
			prime.points.map(({ low }) => low),
			printed.uprime_lcl
		);
		expectPrinted(individual.points[0]?.high, printed.iprime_ucl_first);
		expect(outsideOf(plain.points)).toEqual(printed.u_out);
		expect(outsideOf(prime.points)).toEqual(printed.uprime_out);
		expect(outsideOf(individual.points)).toEqual(printed.iprime_out);
	},
	overdispersion_test: ({ counts, expect: printed }) => {
		expectPrinted(testPoissonOverdispersion(counts)?.pValue, printed.p_value);
	},
	funnel_exact_poisson_SR: ({ expected, expect: printed }) => {
		const limits = (level: number, end: 'low' | 'high') =>
			expected.map((value) => funnelLimits(value, level)[end]);
		expectAllPrinted(limits(funnelLevels.inner, 'low'), printed.ll95);
		expectAllPrinted(limits(funnelLevels.inner, 'high'), printed.ul95);
		expectAllPrinted(limits(funnelLevels.outer, 'low'), printed.ll998);
		expectAllPrinted(limits(funnelLevels.outer, 'high'), printed.ul998);
	},
	funnel_overdispersion_rate: ({ O, N, expect: printed }) => {
		const units = O.map((numerator, index) => ({ numerator, denominator: N[index]! }));
		const funnel = buildOverdispersedFunnel(units, 'rate');
		expectPrinted(funnel.target, printed.theta);
		expectPrinted(funnel.phi, printed.phi);
		expectPrinted(funnel.tau2, printed.tau2);
		expectAllPrinted(
			funnel.units.slice(0, 4).map(({ z }) => z),
			printed.z_raw_first4
		);
		expectAllPrinted(
			funnel.units.slice(0, 4).map(({ adjustedZ }) => adjustedZ),
			printed.z_od_first4
		);
		expect(placesOf(funnel.units.map(({ z }) => Math.abs(z!) > 3.090232))).toEqual(printed['flag_3.09_raw']);
		expect(placesOf(funnel.units.map(({ adjustedZ }) => Math.abs(adjustedZ!) > 3.090232))).toEqual(
			printed['flag_3.09_od']
		);
		const adjusted = adjustPValues(funnel.units.map(({ pValue }) => pValue!));
		expect(placesOf(adjusted.map((p) => p <= 0.05))).toEqual(printed.BH_q05_od);
	},
	wilson: ({ expect: printed }) => {
		for (const [share, [low, high]] of Object.entries(printed)) {
			const [successes, n] = share.split('/').map(Number);
			const interval = wilsonInterval(successes!, n!);
			expectPrinted(interval.low, low!);
			expectPrinted(interval.high, high!);
		}
	},
	newcombe_difference: ({ successes, n, expect: printed }) => {
		const [first, second] = successes.map((value, index) => ({ successes: value, n: n[index]! }));
		const interval = newcombeInterval(first!, second!);
		expectPrinted(interval.low, printed.low);
		expectPrinted(interval.high, printed.high);
		expect(compareProportions(second!, first!)).toMatchObject({ interval });
		expectPrinted(compareProportions(second!, first!).difference, printed.difference);
	},
	benjamini_hochberg_1995: ({ p, q, expect: printed }) => {
		const adjusted = adjustPValues(p);
		expectAllPrinted(adjusted, printed.adjusted);
		expect(adjusted.filter((value) => value <= q)).toHaveLength(printed.n_reject);
		expect(adjusted.filter((value) => value <= 0.1)).toHaveLength(printed.n_reject_q10);
		expect(p.filter((value) => value <= q / p.length)).toHaveLength(printed.bonferroni_n_reject);
	},
	log_odds_dirichlet: ({ yi, yj, alpha, alpha0, expect: printed }) => {
		const total = (counts: object) =>
			Object.values(counts).reduce((sum: number, count: number) => sum + count, 0);
		const totals = { now: total(yi), before: total(yj), prior: alpha0 };
		for (const term of Object.keys(yi) as (keyof typeof yi)[]) {
			const result = compareLogOdds({ now: yi[term], before: yj[term], prior: alpha[term] }, totals);
			expectPrinted(result.delta, printed.delta[term]);
			expectPrinted(result.variance, printed.var[term]);
			expectPrinted(result.z, printed.z[term]);
		}
	},
	garwood_exact_poisson_95: ({ expect: printed }) => {
		for (const [count, [low, high]] of Object.entries(printed)) {
			const interval = garwoodInterval(Number(count), 1);
			expectPrinted(interval.low, low!);
			expectPrinted(interval.high, high!);
		}
	},
	cohen_kappa: ({ cases }) => {
		for (const { table, kappa } of cases) expectPrinted(measureAgreement(table).kappa, kappa);
	},
	farrington_1996: ({ series, range, expect: printed }) => {
		const [from, to] = range as [number, number];
		const weeks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
		const results = weeks.map((week) => detectByFarrington(series, week - 1, { years: 4, alpha: 0.01 }));
		expectAllPrinted(
			results.map((result) => result?.threshold ?? 0),
			printed.upperbound
		);
		expect(results.map((result) => Number(result?.isAlarm))).toEqual(printed.alarm);
		expect(weeks.filter((_, index) => results[index]?.isAlarm)).toEqual(printed.alarm_weeks_1based);
	},
	farrington_weights: ({ expect: printed }) => {
		const weights = farringtonWeights([0, 0, 0, 0, 0, 2, 2, 2, 2, 2], 0);
		for (const weight of weights.slice(0, 5)) expect(weight).toBeCloseTo(printed.w_first5, 10);
		for (const weight of weights.slice(5)) expect(weight).toBeCloseTo(printed.w_last5, 10);
	},
	farrington_threshold: ({ alpha, expect: printed }) => {
		for (const { transform, low, high } of printed.power) {
			const options = { alpha, sides: 1, transform: transform as PowerTransform } as const;
			const limits = powerThreshold({ mean: 5, standardError: 0.2, dispersion: 1 }, options);
			expectPrinted(limits.low, low);
			expectPrinted(limits.high, high);
		}
		for (const { method, phi, low, high } of printed.quantiles) {
			const prediction = { mean: 5, standardError: Math.log(2), dispersion: phi };
			const options = { alpha, method: method as 'plug-in' | 'mean-quantile' };
			expect(negativeBinomialThreshold(prediction, options)).toEqual({ low, high });
		}
	},
	ears_c1_c2: ({ last30, expect: printed }) => {
		const c1 = detectByEars(last30).slice(-20);
		expectAllPrinted(
			c1.map(({ threshold }) => threshold),
			printed.C1_ub
		);
		expect(placesOf(c1.map(({ isAlarm }) => isAlarm))).toEqual(printed.C1_alarm_index_1based);
		const c2 = detectByEars(last30, { method: 'C2' }).slice(-20);
		expect(placesOf(c2.map(({ isAlarm }) => isAlarm))).toEqual(printed.C2_alarms);
	},
	poisson_mid_p: ({ cases }) => {
		for (const [observed, expected, p] of cases) expectRelative(poissonMidP(observed!, expected!), p!);
	},
	rate_mid_p: ({ cases }) => {
		for (const [count1, exposure1, count2, exposure2, p] of cases) {
			const before = { count: count1!, exposure: exposure1! };
			expectRelative(compareRates(before, { count: count2!, exposure: exposure2! }).pValue, p!);
		}
	},
	proportion_mid_p: ({ cases }) => {
		for (const [successes1, n1, successes2, n2, p] of cases) {
			const before = { successes: successes1!, n: n1! };
			expectRelative(compareProportions(before, { successes: successes2!, n: n2! }).pValue, p!);
		}
	}
};

/** P-values span many powers of ten. */
function expectRelative(actual: number, printed: number): void {
	expect(actual / printed).toBeCloseTo(1, 6);
}

describe('test-vectors.json', () => {
	const { _readme, ...sets } = vectors;

	it('has a check for each set of vectors', () => {
		expect(Object.keys(checks).toSorted()).toEqual(Object.keys(sets).toSorted());
	});

	it.each(Object.keys(sets) as (keyof Vectors)[])('%s', (key) => {
		(checks[key] as (vector: Vectors[typeof key]) => void)(sets[key]);
		expect.hasAssertions();
	});
});
