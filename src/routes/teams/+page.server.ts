import { pageLocale } from '#lib/i18n/locale.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { parseFilter } from '#lib/url/filter-params.ts';
import { teams } from '#server/app/teams.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import { leaveOut } from '../agents/asked-filter.ts';
import { drawFunnel } from '../overview-charts.ts';
import { createNamer } from '../shell.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const { asked, issues: notUsed } = leaveOut(filter, ['text', 'agent']);
	const page = await ask(event, teams, { filter: asked });
	const shown = { ...page, asked, issues: [...issues, ...notUsed] };
	if (!page.answer) return { ...shown, answer: null, chart: null };
	const { funnel, ...answer } = page.answer;
	if (!answer.teams.units.some(({ expected }) => expected >= 1)) return { ...shown, answer, chart: null };
	const locale = pageLocale();
	const drawn = { filter: page.filter, locale, nameOf: createNamer(page.names, locale) };
	const spec = drawFunnel('team', answer.teams.units, funnel, drawn);
	return { ...shown, answer, chart: drawChart(event, { ...spec, label: m.themes_funnel_title() }) };
};
