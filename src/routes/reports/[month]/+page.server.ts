import { emptyFilter } from '#core/domain/filter.ts';
import { feedbackHref } from '#lib/url/filter-params.ts';
import { showReport } from '#server/app/report-renderers/show-report.ts';
import { report } from '#server/app/report.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import { readChoice } from './choice.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { input, choice, origin, language } = readChoice(event.params.month, event.url.searchParams);
	const { context, document, months, names, frozen, isWhole } = await ask(event, report, input);
	const { title, scope, month, sections } = showReport(document, {
		language,
		hrefOf: (link) => feedbackHref(emptyFilter, link),
		hrefOfFeedback: (id) => `/feedback/${id}`
	});
	return {
		context,
		months,
		month,
		title,
		scope,
		frozen: frozen && {
			state: frozen.state,
			version: frozen.version,
			at: frozen.computedAt ?? frozen.lockedAt
		},
		isWhole,
		copy: document.copy,
		language,
		choice,
		chosenOrigin: origin,
		units: {
			agencies: names.agencies.map(({ id, name, nameZh }) => ({ id, name, nameZh })),
			teams: names.teams.map(({ id, name, nameZh }) => ({ id, name, nameZh }))
		},
		sections: sections.map((section) => ({
			...section,
			blocks: section.blocks.map((block) =>
				block.kind === 'chart' ? { ...block, ...drawChart(event, block.spec) } : block
			)
		}))
	};
};
