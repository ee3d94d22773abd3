import { pageLocale } from '#lib/i18n/locale.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { parseFilter } from '#lib/url/filter-params.ts';
import { agents } from '#server/app/agents.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import { drawFunnel } from '../overview-charts.ts';
import { createNamer } from '../shell.ts';
import { leaveOut } from './asked-filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const { asked, issues: notUsed } = leaveOut(filter, ['text']);
	const page = await ask(event, agents, { filter: asked });
	const shown = { ...page, asked, issues: [...issues, ...notUsed] };
	if (!page.standings.some(({ expected }) => expected >= 1)) return { ...shown, chart: null };
	const locale = pageLocale();
	const drawn = { filter: page.filter, locale, nameOf: createNamer(page.names, locale) };
	const funnel = drawFunnel('agent', page.standings, page.funnel, drawn);
	const spec = { ...funnel, label: m.agents_funnel_title() };
	return { ...shown, chart: drawChart(event, spec) };
};
