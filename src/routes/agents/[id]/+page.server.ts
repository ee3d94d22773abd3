import { pageLocale } from '#lib/i18n/locale.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { parseFilter } from '#lib/url/filter-params.ts';
import { agentView } from '#server/app/agents.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import { drawThemeTrend } from '../../overview-charts.ts';
import { createNamer } from '../../shell.ts';
import { leaveOut } from '../asked-filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const { asked, issues: notUsed } = leaveOut(filter, ['text', 'agency', 'team', 'agent']);
	const page = await ask(event, agentView, { id: event.params.id, filter: asked });
	const shown = { ...page, asked, issues: [...issues, ...notUsed] };
	if (!page.answer) return { ...shown, answer: null, chart: null };
	const locale = pageLocale();
	const { trend, ...answer } = page.answer;
	if (trend.rows.length === 0) return { ...shown, answer, chart: null };
	const drawn = {
		filter: page.filter,
		locale,
		nameOf: createNamer(page.names, locale),
		annotations: answer.annotations
	};
	const spec = { ...drawThemeTrend(trend, answer.period, drawn), label: m.agent_trend_title() };
	return { ...shown, answer, chart: drawChart(event, spec, 'whole') };
};
