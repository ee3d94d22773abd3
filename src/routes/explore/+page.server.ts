import { tableCsv } from '#lib/charts/table-csv.ts';
import { pageLocale } from '#lib/i18n/locale.ts';
import { labelOf } from '#lib/i18n/labels.ts';
import type { Facet } from '#lib/ui/facets.ts';
import { parseExploration, withoutExploration, writeExploration } from '#lib/url/explore-params.ts';
import { feedbackHref, parseFilter } from '#lib/url/filter-params.ts';
import { parseView } from '#lib/url/view-params.ts';
import { explore } from '#server/app/explore.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import { offerFacets } from '../overview/facets.ts';
import { createNamer } from '../shell.ts';
import type { PageServerLoad } from './$types';
import { drawExploration } from './draw-exploration.ts';
import { sideLabels, titleOf } from './exploration-labels.ts';
import { longTable, wholeTable } from './exploration-tables.ts';
import { howOf } from './exploration-words.ts';

const offered = [
	'agency',
	'team',
	'channel',
	'stage',
	'product',
	'source',
	'kind',
	'region',
	'language',
	'theme'
] as const;

export const load: PageServerLoad = async (event) => {
	const search = event.url.searchParams;
	const { exploration, issues: ofExploration } = parseExploration(search);
	const rest = withoutExploration(search);
	const { filter: chosen, issues } = parseFilter(rest);
	const view = { ...parseView(rest), own: writeExploration(exploration) };
	const asked = await ask(event, explore, { filter: chosen, grain: view.grain, exploration });
	const { answer, names, values, ...page } = asked;
	const locale = pageLocale();
	const complaint: Facet = {
		field: 'complaint',
		options: (['yes', 'no'] as const).map((value) => ({ value, label: labelOf('complaint', value) }))
	};
	const facets = [complaint, ...offerFacets({ names, values, locale }, offered)];
	const base = {
		...page,
		names,
		chosen,
		exploration,
		view,
		facets,
		issues: [...issues, ...ofExploration]
	};
	if (!answer) return { ...base, explored: null };
	const shown = { answer, exploration, facets, nameOf: createNamer(names, locale), locale };
	const labels = sideLabels(shown);
	const series = answer.sides.flatMap((side) => side.series);
	return {
		...base,
		explored: {
			...answer,
			sides: answer.sides.map(({ all, leftOut }, at) => ({
				label: labels[at] ?? '',
				counted: all.counted,
				href: feedbackHref(all.listed),
				leftOut
			})),
			title: titleOf(shown),
			how: howOf(exploration.measure),
			charts: answer.missing ? [] : drawAll(event, shown),
			whole: answer.missing ? null : wholeTable(shown),
			csv: answer.shape === 'multiples' ? tableCsv(longTable(shown)) : null,
			gaps: series.flatMap(({ points }) => points).filter(({ value }) => value === null).length
		}
	};
};

/** One chart has the whole width of the page, several stand beside each other. */
function drawAll(event: Parameters<typeof drawChart>[0], shown: Parameters<typeof drawExploration>[0]) {
	return drawExploration(shown).map(({ title, spec }, _, all) => ({
		title,
		...drawChart(event, spec, all.length > 1 ? 'part' : 'whole')
	}));
}
