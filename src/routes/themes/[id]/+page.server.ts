import { pageLocale } from '#lib/i18n/locale.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { parseFilter } from '#lib/url/filter-params.ts';
import { rateOfTheme } from '#server/app/theme-rows.ts';
import { themeView } from '#server/app/theme-view.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import { leaveOut } from '../../agents/asked-filter.ts';
import { drawRate } from '../../overview-charts.ts';
import { createNamer } from '../../shell.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const { asked, issues: notUsed } = leaveOut(filter, ['text', 'theme', 'taxonomy']);
	const page = await ask(event, themeView, { id: event.params.id, filter: asked });
	const shown = { ...page, asked, issues: [...issues, ...notUsed] };
	if (!page.answer) return { ...shown, answer: null, chart: null };
	const locale = pageLocale();
	const { trend, ...answer } = page.answer;
	if (!trend.points.some(({ value }) => value.value !== null)) return { ...shown, answer, chart: null };
	const drawn = {
		filter: page.filter,
		locale,
		nameOf: createNamer(page.names, locale),
		annotations: answer.annotations
	};
	const spec = drawRate(trend, answer.trendPeriod, drawn, rateOfTheme(page.theme.id));
	return { ...shown, answer, chart: drawChart(event, { ...spec, label: m.themes_trend_title() }) };
};
