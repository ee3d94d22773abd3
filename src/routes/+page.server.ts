import { pageLocale } from '#lib/i18n/locale.ts';
import { parseFilter } from '#lib/url/filter-params.ts';
import { parseView } from '#lib/url/view-params.ts';
import { overview } from '#server/app/overview.ts';
import { newestSignals } from '#server/app/signals.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import type { ChartSpec } from '#lib/charts/spec.ts';
import { drawChannels, drawFunnel, drawRate, drawThemeTrend } from './overview-charts.ts';
import { createNamer } from './shell.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter: wanted, issues } = parseFilter(event.url.searchParams);
	const view = parseView(event.url.searchParams);
	const [{ answer, ...page }, newest] = await Promise.all([
		ask(event, overview, { filter: { ...wanted, text: '' }, grain: view.grain }),
		ask(event, newestSignals, wanted.origin)
	]);
	const notUsed = wanted.text ? [{ param: 'q', value: wanted.text }] : [];
	const shown = { ...page, chosen: { ...wanted, text: '' }, issues: [...issues, ...notUsed], view, newest };
	if (!answer) return { ...shown, answer: null, charts: null };
	const locale = pageLocale();
	const drawn = {
		filter: page.filter,
		locale,
		nameOf: createNamer(page.names, locale),
		annotations: answer.annotations
	};
	const draw = (spec: ChartSpec) => drawChart(event, spec);
	const { trend, rate, channels, teams, agencies, funnel, ...rest } = answer;
	return {
		...shown,
		answer: { ...rest, rate, channels, teams, agencies },
		charts: {
			trend: draw(drawThemeTrend(trend, rest.trendPeriod, drawn)),
			rate: rate.points.some(({ value }) => value.value !== null)
				? draw(drawRate(rate, rest.trendPeriod, drawn))
				: null,
			channels: draw(drawChannels(channels, drawn)),
			teams: teams.some(({ expected }) => expected >= 1)
				? draw(drawFunnel('team', teams, funnel, drawn))
				: null
		}
	};
};
