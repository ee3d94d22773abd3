import { kpis } from '#core/domain/kpis/registry.ts';
import type { Locale } from '#core/domain/vocabulary.ts';
import { funnelChart } from '#lib/charts/funnel-chart.ts';
import { rateChart } from '#lib/charts/rate-chart.ts';
import type { ChartSpec } from '#lib/charts/spec.ts';
import { formatDecimal } from '#lib/format/numbers.ts';
import { formatPeriod } from '#lib/format/periods.ts';
import { chartWords } from '#lib/i18n/chart-words.ts';
import { fieldLabel } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { feedbackHref } from '#lib/url/filter-params.ts';
import type { SignalChart } from '#server/app/signal-charts.ts';
import type { Signal } from '#server/app/signals.ts';
import type { Namer } from '../shell.ts';

/** The chart a signal comes from; every mark links to the feedback it counts. */
export function drawSignal(
	chart: SignalChart,
	{ kind }: Pick<Signal, 'kind'>,
	{ nameOf, locale }: { readonly nameOf: Namer; readonly locale: Locale }
): ChartSpec {
	if (chart.of === 'funnel')
		return funnelChart(
			{
				label: m.signals_chart_title(),
				names: fieldLabel(chart.kind),
				limits: chart.limits,
				units: chart.units.map(({ unit, observed, expected, verdict, filter }) => ({
					label: nameOf(chart.kind, unit),
					observed,
					expected,
					verdict,
					href: feedbackHref(filter)
				}))
			},
			chartWords(),
			locale
		);
	const unit =
		chart.of === 'rate'
			? m.signals_unit_rate()
			: kind === 'early'
				? m.signals_unit_week()
				: m.signals_unit_month();
	return rateChart(
		{
			label: m.signals_chart_title(),
			unit,
			center: chart.center,
			points: chart.points.map(({ filter, ...point }) => ({
				...point,
				isTooFew: chart.of === 'rate' && point.numerator < kpis.K05.tooFew.numerator && !point.isOutside,
				href: feedbackHref(filter)
			}))
		},
		chartWords(),
		locale
	);
}

/** What the chart shows, in one line. */
export function describeChart({ figures }: Signal, locale: Locale): string {
	if (figures.kind === 'trend')
		return m.signals_chart_trend_sub({
			sigma: formatDecimal(figures.sigmaZ, locale, 2),
			period: formatPeriod(figures.baseline, locale)
		});
	if (figures.kind === 'early') return m.signals_chart_early_sub();
	if (figures.kind === 'term') return m.signals_chart_term_sub({ term: figures.terms[0]?.term ?? '' });
	return figures.kind === 'outlier' ? m.signals_chart_outlier_sub() : m.signals_chart_critical_sub();
}

/** The method, in the order in which a reader asks. */
export function explainMethod({ figures }: Signal, locale: Locale): readonly string[] {
	if (figures.kind === 'trend') return [m.signals_how_trend()];
	if (figures.kind === 'term') return [m.signals_how_term()];
	if (figures.kind === 'critical') return [m.signals_how_critical()];
	if (figures.kind === 'early')
		return [figures.method === 'ears' ? m.signals_how_early_ears() : m.signals_how_early_farrington()];
	const spread = m.signals_how_spread({ phi: formatDecimal(figures.phi, locale, 2) });
	return [m.signals_how_outlier(), ...(figures.isSpreadApplied ? [spread] : [])];
}
