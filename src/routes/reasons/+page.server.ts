import { parsePeriod } from '#core/domain/period.ts';
import { trendChart } from '#lib/charts/trend-chart.ts';
import { chartWords } from '#lib/i18n/chart-words.ts';
import { pageLocale } from '#lib/i18n/locale.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { parseFilter } from '#lib/url/filter-params.ts';
import { parseView } from '#lib/url/view-params.ts';
import { reasons, type Reasons } from '#server/app/reasons.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import { createNamer, hrefWithin } from '../shell.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter: chosen, issues } = parseFilter(event.url.searchParams);
	const view = parseView(event.url.searchParams);
	const { answer, ...page } = await ask(event, reasons, { filter: chosen, grain: view.grain });
	const shown = { ...page, chosen, issues, view };
	if (!answer) return { ...shown, answer: null, chart: null };
	const { trend: _, ...rest } = answer;
	return { ...shown, answer: rest, chart: drawChart(event, drawTrend(answer, page)) };
};

function drawTrend(
	{ trend, wide, annotations }: NonNullable<Reasons['answer']>,
	{ filter, names }: Pick<Reasons, 'filter' | 'names'>
) {
	const locale = pageLocale();
	const nameOf = createNamer(names, locale);
	const rows = [...trend.rows, ...(trend.others ? [trend.others] : [])];
	return trendChart(
		{
			label: m.explore_reasons_trend(),
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
				const patch = id.includes(' ') ? { theme: id.split(' ') } : { allThemes: [id] };
				return hrefWithin({ ...filter, period: wide }, { ...patch, ...(period ? { period } : {}) });
			}
		},
		chartWords(),
		locale
	);
}
