import * as m from './paraglide/messages.js';

/** The words charts need, in the language of the page: charts themselves know no messages. */
export function chartWords() {
	return {
		period: m.chart_period(),
		incomplete: m.chart_incomplete(),
		tooFew: m.chart_too_few(),
		noData: m.chart_no_data(),
		interval: m.chart_interval(),
		limits: m.chart_limits(),
		center: m.chart_center(),
		inside: m.chart_inside(),
		outside: m.chart_outside(),
		expected: m.chart_expected(),
		observed: m.chart_observed(),
		denominator: m.chart_denominator(),
		ratio: m.chart_ratio(),
		limits95: m.chart_limits_95(),
		limits998: m.chart_limits_998(),
		verdict: m.chart_verdict(),
		total: m.chart_total(),
		other: (count: number) => m.chart_other({ count })
	};
}
