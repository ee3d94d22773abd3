import type { Exploration } from '#core/domain/exploration.ts';
import type { Period } from '#core/domain/period.ts';
import type { Locale } from '#core/domain/vocabulary.ts';
import { formatPeriod } from '#lib/format/periods.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { pillsOf, type Facet } from '#lib/ui/facets.ts';
import type { ExploredSeries } from '#server/app/explore-side.ts';
import type { Explored } from '#server/app/explore.ts';
import type { Namer } from '../shell.ts';
import { lensLabel, measureLabel, valueLabel } from './exploration-words.ts';

export type Answer = NonNullable<Explored['answer']>;

export interface Shown {
	readonly answer: Answer;
	readonly exploration: Exploration;
	readonly facets: readonly Facet[];
	readonly nameOf: Namer;
	readonly locale: Locale;
}

/** Words for each group that is shown: its period, or what its filter has and the other has not. */
export function sideLabels({ answer, exploration, facets, locale }: Shown): readonly string[] {
	const { sides } = answer;
	if (sides.length < 2) return [''];
	if (exploration.compare !== 'group')
		return sides.map(({ filter: { period } }) => formatPeriod(period as Period, locale));
	const pills = sides.map(({ filter }) =>
		pillsOf({ ...filter, origin: null, text: '' }, facets, '', {}).map(
			({ name, value }) => `${name}: ${value}`
		)
	);
	const [first = '', second = ''] = pills.map((own, at) => {
		const only = own.filter((pill) => !pills[1 - at]?.includes(pill));
		return only.length > 0
			? only.map((pill) => pill.slice(pill.indexOf(': ') + 2)).join(', ')
			: m.explore_side_all();
	});
	return first === second
		? [m.explore_side_first({ label: first }), m.explore_side_second({ label: second })]
		: [first, second];
}

export function seriesLabel(
	{ exploration, nameOf, locale }: Shown,
	{ kind, key, values }: ExploredSeries
): string {
	if (kind === 'all') return m.explore_lens_all();
	if (kind === 'other') return m.chart_other({ count: values });
	return valueLabel(exploration.lens, key, nameOf, locale);
}

/** A value without its group, a group without its value, or both, as far as there are several. */
export function markLabel(shown: Shown, series: ExploredSeries, side: string): string {
	const own = seriesLabel(shown, series);
	if (side === '') return own;
	return series.kind === 'all' ? side : `${own} · ${side}`;
}

export function titleOf({ exploration: { measure, lens } }: Shown): string {
	return lens === 'all'
		? measureLabel(measure)
		: m.explore_title_by({ measure: measureLabel(measure), lens: lensLabel(lens) });
}
