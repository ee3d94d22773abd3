import type { RequestEvent } from '@sveltejs/kit';
import { pageLocale } from '#lib/i18n/locale.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { parseFilter } from '#lib/url/filter-params.ts';
import { unitView } from '#server/app/unit-view.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import { leaveOut } from '../agents/asked-filter.ts';
import { drawRate } from '../overview-charts.ts';
import { createNamer } from '../shell.ts';

/** Everything on the page of a team or an agency. */
export async function loadUnit(
	event: Pick<RequestEvent, 'locals' | 'url'>,
	kind: 'team' | 'agency',
	id: string
) {
	const { filter, issues } = parseFilter(event.url.searchParams);
	const { asked, issues: notUsed } = leaveOut(filter, ['text', 'agency', 'team', 'agent']);
	const page = await ask(event, unitView, { kind, id, filter: asked });
	const shown = { ...page, asked, issues: [...issues, ...notUsed] };
	if (!page.answer) return { ...shown, answer: null, chart: null };
	const { trend, ...answer } = page.answer;
	if (!trend.points.some(({ value }) => value.value !== null)) return { ...shown, answer, chart: null };
	const locale = pageLocale();
	const drawn = {
		filter: page.filter,
		locale,
		nameOf: createNamer(page.names, locale),
		annotations: answer.annotations
	};
	const spec = drawRate(trend, answer.trendPeriod, drawn);
	return {
		...shown,
		answer,
		chart: drawChart(event, { ...spec, label: m.themes_trend_unit_title() }, 'whole')
	};
}
export type UnitPage = Awaited<ReturnType<typeof loadUnit>>;
