import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributionRate } from '#core/domain/kpis/attribution-rate.ts';
import { callRating } from '#core/domain/kpis/call-rating.ts';
import { complaintRate } from '#core/domain/kpis/complaint-rate.ts';
import { complaintsReceived } from '#core/domain/kpis/complaints-received.ts';
import { evaluateKpi, judgeChange } from './kpi-change.ts';

const rate = (numerator: number, denominator: number | null) =>
	evaluateKpi(complaintRate, { numerator, denominator });
const share = (numerator: number, denominator: number) =>
	evaluateKpi(attributionRate, { numerator, denominator });

describe('evaluateKpi', () => {
	it('gives a rate per 1,000 with its Garwood interval', () => {
		const value = rate(10, 4000);
		expect(value).toMatchObject({
			kpiId: 'K03',
			numerator: 10,
			denominator: 4000,
			value: 2.5,
			isTooFew: false
		});
		expect(value.interval?.low).toBeCloseTo(4.7953886961 / 4, 8);
		expect(value.interval?.high).toBeCloseTo(18.390356042 / 4, 8);
	});

	it('gives a share per 100 with its Wilson interval', () => {
		const value = share(81, 263);
		expect(value.value).toBeCloseTo((100 * 81) / 263, 12);
		expect(value.interval?.low).toBeCloseTo(25.52885, 4);
		expect(value.interval?.high).toBeCloseTo(36.62096, 4);
	});

	it('gives a count as it is', () => {
		expect(evaluateKpi(complaintsReceived, { numerator: 0, denominator: null })).toEqual({
			kpiId: 'K01',
			numerator: 0,
			denominator: null,
			value: 0,
			interval: null,
			missing: null,
			isTooFew: false
		});
	});

	it('gives a mean rating over enough ratings, and says when there are few or none', () => {
		const rating = (denominator: number) => evaluateKpi(callRating, { numerator: 3.4, denominator });
		expect(rating(30)).toMatchObject({ value: 3.4, denominator: 30, isTooFew: false, missing: null });
		expect(rating(29)).toMatchObject({ value: 3.4, isTooFew: true });
		expect(rating(0)).toMatchObject({ value: null, isTooFew: false, missing: 'no-feedback' });
	});

	it('says why a value is missing, and keeps the count', () => {
		expect(rate(7, null)).toMatchObject({
			numerator: 7,
			value: null,
			interval: null,
			missing: 'no-exposure'
		});
		expect(rate(7, 0).missing).toBe('no-exposure');
		expect(share(0, 0).missing).toBe('no-feedback');
		const noMatch = evaluateKpi(complaintRate, { numerator: 7, denominator: 500, missing: 'no-match' });
		expect(noMatch).toMatchObject({ numerator: 7, value: null, missing: 'no-match' });
	});

	it.each([
		[4, 10_000, true],
		[5, 10_000, false],
		[50, 199, true],
		[50, 200, false]
	])('%d complaints over %d contacts: too few is %s', (numerator, denominator, isTooFew) => {
		expect(rate(numerator, denominator).isTooFew).toBe(isTooFew);
	});

	it('holds the value in its interval', () => {
		fc.assert(
			fc.property(fc.nat(3000), fc.integer({ min: 0, max: 100_000 }), (numerator, more) => {
				for (const { value, interval } of [
					rate(numerator, numerator + more + 1),
					share(numerator, numerator + more + 1)
				]) {
					expect(interval!.low).toBeLessThanOrEqual(value! + 1e-9);
					expect(interval!.high).toBeGreaterThanOrEqual(value! - 1e-9);
				}
			})
		);
	});
});

describe('judgeChange', () => {
	it.each([
		['a fall of a rate that should be low', rate(60, 10_000), rate(20, 10_000), 'improving'],
		['a rise of it', rate(20, 10_000), rate(60, 10_000), 'worsening'],
		['a small rise', rate(20, 10_000), rate(25, 10_000), 'stable'],
		['a fall from many to none', rate(40, 10_000), rate(0, 10_000), 'improving'],
		['a rise from few to many', rate(2, 10_000), rate(40, 10_000), 'worsening'],
		['few and few', rate(2, 10_000), rate(6, 10_000), 'too-few'],
		['hardly any contacts now', rate(60, 10_000), rate(10, 150), 'too-few'],
		['nothing and nothing', rate(0, 10_000), rate(0, 10_000), 'too-few'],
		['no exposure before', rate(60, null), rate(20, 10_000), 'unjudged']
	])('%s', (_, before, now, verdict) => {
		expect(judgeChange(complaintRate, before, now).verdict).toBe(verdict);
	});

	it('reads a share that should be high the other way round', () => {
		expect(judgeChange(attributionRate, share(30, 100), share(60, 100)).verdict).toBe('improving');
		expect(judgeChange(attributionRate, share(60, 100), share(30, 100)).verdict).toBe('worsening');
		expect(judgeChange(attributionRate, share(6, 10), share(3, 100)).verdict).toBe('too-few');
	});

	it('gives the relative change, and none from zero', () => {
		const change = judgeChange(complaintRate, rate(20, 10_000), rate(25, 10_000));
		expect(change.relative).toBeCloseTo(0.25, 12);
		expect(change.before.numerator).toBe(20);
		expect(judgeChange(complaintRate, rate(0, 10_000), rate(25, 10_000)).relative).toBeNull();
	});

	it('does not judge a bare count or a mean', () => {
		const counts = [90, 10].map((numerator) =>
			evaluateKpi(complaintsReceived, { numerator, denominator: null })
		);
		expect(judgeChange(complaintsReceived, counts[0]!, counts[1]!)).toMatchObject({
			pValue: null,
			verdict: 'unjudged'
		});
		const means = [40, 50].map((denominator) => evaluateKpi(callRating, { numerator: 3, denominator }));
		expect(judgeChange(callRating, means[0]!, means[1]!)).toMatchObject({
			pValue: null,
			verdict: 'unjudged'
		});
		const few = evaluateKpi(callRating, { numerator: 3, denominator: 12 });
		expect(judgeChange(callRating, means[0]!, few).verdict).toBe('too-few');
	});

	it('never calls a change that the p-value does not', () => {
		const counts = fc.tuple(fc.nat(200), fc.integer({ min: 1000, max: 20_000 }));
		fc.assert(
			fc.property(counts, counts, (first, second) => {
				const { verdict, pValue } = judgeChange(complaintRate, rate(...first), rate(...second));
				expect(pValue! < 0.05 || verdict === 'stable' || verdict === 'too-few').toBe(true);
			})
		);
	});
});
