import type { ChartBlock } from '#core/reports/chart-block.ts';
import { barChart } from '#lib/charts/bar-chart.ts';
import { funnelChart } from '#lib/charts/funnel-chart.ts';
import { rateChart } from '#lib/charts/rate-chart.ts';
import type { ChartSpec } from '#lib/charts/spec.ts';
import { chartWordsIn } from './chart-words.ts';
import { numberLocale, say } from './say.ts';
import type { ShowOptions } from './shown.ts';

/** The drawing of a chart block, by the same functions that draw the pages. */
export function chartSpecOf({ title, chart }: ChartBlock, options: ShowOptions): ChartSpec {
	const { language } = options;
	const words = chartWordsIn(language);
	const locale = numberLocale(language);
	const label = say(title, language);
	const leads = ({ link }: { link: ChartBlock['chart']['marks'][number]['link'] }) => ({
		href: options.hrefOf && Object.keys(link).length > 0 ? options.hrefOf(link) : ''
	});
	if (chart.type === 'rate') {
		const points = chart.marks.map((mark) => ({ ...mark, ...leads(mark) }));
		return rateChart({ label, unit: say(chart.unit, language), center: chart.center, points }, words, locale);
	}
	const names = say(chart.names, language);
	if (chart.type === 'bars') {
		const bars = chart.marks.map((mark) => ({ ...mark, label: say(mark.label, language), ...leads(mark) }));
		const unit = say(chart.unit, language);
		return barChart({ label, names, unit, isCount: chart.isCount, mean: null, bars }, words, locale);
	}
	const units = chart.marks.map((mark) => ({ ...mark, label: say(mark.label, language), ...leads(mark) }));
	return funnelChart({ label, names, units, limits: chart.limits }, words, locale);
}
