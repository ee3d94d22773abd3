import type { Annotation } from '#core/domain/annotation.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { Kpi } from '#core/domain/kpi.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { parsePeriod, type Period } from '#core/domain/period.ts';
import { inLocale, type Locale } from '#core/domain/vocabulary.ts';
import { barChart } from '#lib/charts/bar-chart.ts';
import { funnelChart } from '#lib/charts/funnel-chart.ts';
import { rateChart } from '#lib/charts/rate-chart.ts';
import type { ChartSpec } from '#lib/charts/spec.ts';
import { trendChart } from '#lib/charts/trend-chart.ts';
import { chartWords } from '#lib/i18n/chart-words.ts';
import { fieldLabel, labelOf } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import type { ThemeTrend } from '#server/app/trend.ts';
import type { RateTrend } from '#server/app/rate-trend.ts';
import type { JudgedUnit } from '#server/app/judged-units.ts';
import type { ChannelRate, FunnelLimit } from '#server/app/units.ts';
import { hrefWithin, type Namer } from './shell.ts';

export interface Drawn {
	readonly filter: Filter;
	readonly locale: Locale;
	readonly nameOf: Namer;
	/** Of charts over time. */
	readonly annotations?: readonly Annotation[];
}

/** Themes over time; a mark's link holds its period within the drawn time, so that it lists what the mark counts. */
export function drawThemeTrend(
	trend: ThemeTrend,
	within: Period,
	{ filter, locale, nameOf, annotations = [] }: Drawn
): ChartSpec {
	const rows = [...trend.rows, ...(trend.others ? [trend.others] : [])];
	return trendChart(
		{
			label: m.overview_trend_title(),
			annotations,
			periods: trend.periods,
			series: rows.map(({ themes, counts }) => ({
				id: themes.join(' '),
				label:
					themes.length === 1 ? nameOf('theme', themes[0] ?? '') : m.chart_other({ count: themes.length }),
				counts,
				isOther: trend.others?.themes === themes
			})),
			hrefOf: ([id = ''], key) => {
				const period = key === null ? null : parsePeriod(key);
				return hrefWithin(
					{ ...filter, period: within },
					{ theme: id.split(' '), ...(period ? { period } : {}) }
				);
			}
		},
		chartWords(),
		locale
	);
}

export function drawRate(
	rate: RateTrend,
	within: Period,
	{ filter, locale, annotations = [] }: Drawn,
	kpi: Kpi = kpis.K05
): ChartSpec {
	return rateChart(
		{
			label: m.overview_rate_title(),
			unit: inLocale(kpi.unit, locale),
			annotations,
			center: rate.center,
			points: rate.points.map(({ key, isComplete, value, limits, isOutside }) => ({
				key,
				value: value.value,
				interval: value.interval,
				numerator: value.numerator,
				denominator: value.denominator,
				limits,
				isComplete,
				isTooFew: value.isTooFew,
				isOutside,
				href: hrefWithin(
					{ ...filter, period: within },
					{ ...kpi.numerator.where, period: parsePeriod(key) ?? null }
				)
			}))
		},
		chartWords(),
		locale
	);
}

/** Complaints by channel: a rate where every channel has contacts to put them over, else counts. */
export function drawChannels(channels: readonly ChannelRate[], { filter, locale }: Drawn): ChartSpec {
	const kpi = kpis.K03;
	const isRate = channels.some(({ value }) => value.value !== null);
	return barChart(
		{
			label: m.overview_channels_title(),
			names: fieldLabel('channel'),
			unit: inLocale(isRate ? kpi.unit : kpis.K01.unit, locale),
			isCount: !isRate,
			mean: null,
			bars: channels.map(({ channel, count, value }) => ({
				label: labelOf('channel', channel),
				value: isRate ? value.value : count,
				...(isRate
					? {
							interval: value.interval,
							numerator: value.numerator,
							denominator: value.denominator,
							isTooFew: value.isTooFew
						}
					: {}),
				href: hrefWithin(filter, { ...kpi.numerator.where, channel: [channel] })
			}))
		},
		chartWords(),
		locale
	);
}

/** Units against what anyone would get with their work; those of whom less than one complaint is expected are left to the table. */
export function drawFunnel(
	unit: 'agency' | 'team' | 'agent',
	units: readonly Pick<JudgedUnit, 'id' | 'observed' | 'expected' | 'verdict'>[],
	limits: readonly FunnelLimit[],
	{ filter, locale, nameOf }: Drawn
): ChartSpec {
	return funnelChart(
		{
			label: m.overview_funnel_title(),
			names: fieldLabel(unit),
			limits,
			units: units
				.filter(({ expected }) => expected >= 1)
				.map(({ id, observed, expected, verdict }) => ({
					label: nameOf(unit, id),
					observed,
					expected,
					verdict,
					href: hrefWithin(filter, { ...kpis.K03.numerator.where, [unit]: [id] })
				}))
		},
		chartWords(),
		locale
	);
}
