import { expect, test } from 'vitest';
import { falseAlarmRate } from './false-alarm-rate.ts';
import { isTrendTested, judgeTrend, type TrendMonth } from './judge-trend.ts';
import { judgeUnits } from './judge-units.ts';
import { scanRules } from './scan-rules.ts';
import { createNullComparisons, createNullSeries } from './no-effect.fixture.ts';

/**
 * `npm run test:null` asks for 200. Of 20 a share of 8 in 100 is 1.6, which a test that keeps to 5 in 100 exceeds in one run
 * of four: 50 tell more, and the bound is the same.
 */
const sets = Number(process.env.NULL_SETS ?? 50);
const most = 0.08 * sets;
const seeds = Array.from({ length: sets }, (_, at) => 1000 + at);

test(`of ${sets} scans without any effect, at most ${most} flag a unit`, { timeout: 600_000 }, () => {
	const scans = seeds.map((seed) => judgeUnits(createNullComparisons(seed)));
	// In either direction: a signal is made of too many only, the correction is made for both.
	const { falseDiscoveryRate } = scanRules.outlier;
	const withFlag = scans.filter((units) => units.some(({ adjusted }) => adjusted <= falseDiscoveryRate));
	const comparisons = scans.reduce((sum, units) => sum + units.length, 0) / sets;
	process.stdout.write(
		`${withFlag.length} of ${sets} scans of ${comparisons.toFixed(0)} comparisons have an FDR flag, ` +
			`${scans.filter((units) => units.some(({ isFlagged }) => isFlagged)).length} a signal.\n`
	);
	expect(comparisons).toBeGreaterThan(300);
	expect(withFlag.length).toBeLessThanOrEqual(most);
});

test(
	`the false alarms that ${sets} scans of steady rates announce are those they make`,
	{ timeout: 600_000 },
	() => {
		const judged = (counts: readonly number[]): TrendMonth[] =>
			counts.map((count, at) => ({ count, exposure: 1000, isBaseline: at < 24 }));
		const rateOf = falseAlarmRate((counts) => judgeTrend(judged(counts)) !== null, 30);
		let announced = 0;
		let made = 0;
		for (const seed of seeds)
			for (const months of createNullSeries(seed).filter(isTrendTested)) {
				const usual = months.filter(({ isBaseline }) => isBaseline);
				announced += rateOf(usual.reduce((sum, { count }) => sum + count, 0) / usual.length);
				made += judgeTrend(months) === null ? 0 : 1;
			}
		process.stdout.write(`${sets} scans announce ${announced.toFixed(1)} false alarms and make ${made}.\n`);
		expect(made).toBeGreaterThan(0);
		// Chance (Poisson) of the count made, and the error of the simulation that announces.
		expect(Math.abs(made - announced)).toBeLessThan(3 * Math.sqrt(announced) + 0.15 * announced);
	}
);
