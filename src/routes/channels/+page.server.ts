import { inLocale } from '#core/domain/vocabulary.ts';
import { formatCount } from '#lib/format/numbers.ts';
import { pageLocale } from '#lib/i18n/locale.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { parseFilter } from '#lib/url/filter-params.ts';
import { channels } from '#server/app/channels.ts';
import { drawChart } from '#server/http/draw-chart.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';
import { capTitle, drawCap, drawHours, drawRates, drawWeeks } from './draw-channels.ts';

export const load: PageServerLoad = async (event) => {
	const { filter: chosen, issues } = parseFilter(event.url.searchParams);
	const { answer, ...page } = await ask(event, channels, { filter: chosen });
	const shown = { ...page, chosen, issues };
	if (!answer) return { ...shown, answer: null, charts: null };
	const locale = pageLocale();
	const { log, ...rest } = answer;
	const { hours, frequency, missing } = log;
	return {
		...shown,
		answer: { ...rest, missing },
		charts: {
			rates: drawChart(event, drawRates(answer, page.filter, locale)),
			hours: hours.length > 0 ? drawChart(event, drawHours(hours, locale)) : null,
			weeks: frequency ? drawChart(event, drawWeeks(frequency.weeks, locale)) : null,
			caps: (frequency?.caps ?? []).map((use) => ({
				title: capTitle(use, locale),
				sub: m.explore_channels_cap_sub({
					over: formatCount(use.over, locale),
					accounts: formatCount(use.accounts, locale),
					note: inLocale(use.note, locale)
				}),
				...drawChart(event, drawCap(use, locale))
			}))
		}
	};
};
