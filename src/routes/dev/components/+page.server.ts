import { error } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { sampleCharts } from '#lib/charts/sample-charts.ts';
import { pageLocale } from '#lib/i18n/locale.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import type { PageServerLoad } from './$types';

/** Every component in its states, for those who develop; in a build the page is not there. */
export const load: PageServerLoad = (event) => {
	if (!dev) error(404, 'Not found');
	const charts = Object.entries(sampleCharts(pageLocale()));
	return { charts: charts.map(([name, spec]) => ({ name, ...drawChart(event, spec) })) };
};
