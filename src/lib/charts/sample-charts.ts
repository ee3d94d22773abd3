import { periodKeys, periodOf } from '#core/domain/period.ts';
import type { Locale } from '#core/domain/vocabulary.ts';
import { barChart, type BarInput } from './bar-chart.ts';
import { funnelChart, type FunnelInput } from './funnel-chart.ts';
import { rateChart, type RateInput, type RatePoint } from './rate-chart.ts';
import type { ChartWords } from './spec.ts';
import { trendChart, type TrendInput } from './trend-chart.ts';

/** Small charts with every kind of mark, for tests. */

export const sampleWords: ChartWords = {
	period: 'Period',
	incomplete: 'not complete',
	tooFew: 'too few',
	noData: 'no data',
	interval: '95 % interval',
	limits: 'natural variation',
	center: 'mean',
	inside: 'inside',
	outside: 'outside',
	expected: 'expected',
	observed: 'received',
	denominator: 'out of',
	ratio: 'ratio',
	limits95: '95 %',
	limits998: '99.8 %',
	verdict: 'verdict',
	total: 'total',
	other: (count) => `${count} others`
};

export function aRatePoint(patch: Partial<RatePoint>): RatePoint {
	return {
		key: '2026-09',
		value: 4,
		interval: { low: 3.2, high: 4.9 },
		numerator: 40,
		denominator: 10_000,
		limits: { low: 2, high: 5 },
		isComplete: true,
		isTooFew: false,
		isOutside: false,
		href: '/feedback?period=2026-09',
		...patch
	};
}

export const trendInput: TrendInput = {
	label: 'Themes by month',
	periods: periodKeys(periodOf('2026-08..2026-10'), 'month').map((key) => ({
		key,
		isComplete: key !== '2026-10'
	})),
	series: Array.from({ length: 9 }, (_, place) => ({
		id: `theme-${place}`,
		label: `Theme ${place}`,
		counts: [10 * (9 - place), 8 * (9 - place), place === 8 ? 0 : 9 - place]
	})),
	hrefOf: (ids, key) => `/feedback?${key ? `period=${key}&` : ''}theme=${ids.join('&theme=')}`
};

export const rateInput: RateInput = {
	label: 'Rate by month',
	unit: 'per 1,000 contacts',
	center: 3.5,
	points: [
		aRatePoint({
			key: '2026-07',
			value: null,
			interval: null,
			denominator: null,
			href: '/feedback?period=2026-07'
		}),
		aRatePoint({
			key: '2026-08',
			value: 5.6,
			interval: { low: 4.7, high: 7.3 },
			isOutside: true,
			href: '/feedback?period=2026-08'
		}),
		aRatePoint({ key: '2026-09', isTooFew: true }),
		aRatePoint({ key: '2026-10', isComplete: false, limits: null, href: '/feedback?period=2026-10' })
	]
};

export const barInput: BarInput = {
	label: 'Rate by channel',
	names: 'Channel',
	unit: 'per 1,000 contacts',
	isCount: false,
	mean: 4,
	bars: [
		{
			label: 'Phone',
			value: 6.25,
			interval: { low: 5.5, high: 7.1 },
			numerator: 250,
			denominator: 40_000,
			href: '/feedback?channel=phone'
		},
		{
			label: 'SMS',
			value: 1.5,
			interval: { low: 0.4, high: 3.8 },
			numerator: 3,
			denominator: 2_000,
			isTooFew: true,
			href: '/feedback?channel=sms'
		},
		{
			label: 'Letter',
			value: null,
			interval: null,
			numerator: 4,
			denominator: null,
			href: '/feedback?channel=letter'
		}
	]
};

export const funnelInput: FunnelInput = {
	label: 'Teams',
	names: 'Team',
	limits: [5, 20, 60].map((expected) => ({
		expected,
		inner: { low: 1 - 2 / expected ** 0.5, high: 1 + 2 / expected ** 0.5 },
		outer: { low: Math.max(0, 1 - 3 / expected ** 0.5), high: 1 + 3 / expected ** 0.5 }
	})),
	units: [
		{ label: 'North 1', observed: 22, expected: 20, verdict: 'inside', href: '/feedback?team=north-1' },
		{ label: 'South 2', observed: 95, expected: 50, verdict: 'above', href: '/feedback?team=south-2' },
		{
			label: 'West <3>',
			observed: 20,
			expected: 45,
			verdict: 'below',
			href: '/feedback?team=west-3&kind=complaint'
		},
		{ label: 'East 4', observed: 0, expected: 2, verdict: 'too-few', href: '/feedback?team=east-4' }
	]
};

export function sampleCharts(locale: Locale = 'en') {
	return {
		trend: trendChart(trendInput, sampleWords, locale),
		rate: rateChart(rateInput, sampleWords, locale),
		bar: barChart(barInput, sampleWords, locale),
		funnel: funnelChart(funnelInput, sampleWords, locale)
	};
}
