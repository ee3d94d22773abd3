import { kpis } from '#core/domain/kpis/registry.ts';
import { inLocale, type Locale } from '#core/domain/vocabulary.ts';
import { barChart } from '#lib/charts/bar-chart.ts';
import { columnsChart } from '#lib/charts/columns-chart.ts';
import type { ChartSpec } from '#lib/charts/spec.ts';
import { chartWords } from '#lib/i18n/chart-words.ts';
import { fieldLabel, labelOf } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import type { Channels } from '#server/app/channels.ts';
import type { CapUse, Distribution, HourOfContacts } from '#server/app/contact-practice.ts';
import { hrefWithin } from '../shell.ts';

type Answer = NonNullable<Channels['answer']>;

/** Complaints by channel per contacts, beside all channels; counts where no channel has contacts. */
export function drawRates(
	{ rates, tiles }: Pick<Answer, 'rates' | 'tiles'>,
	filter: Channels['filter'],
	locale: Locale
): ChartSpec {
	const kpi = kpis.K03;
	const isRate = rates.some(({ value }) => value.value !== null);
	return barChart(
		{
			label: isRate ? m.explore_channels_rates() : m.explore_channels_rates_none(),
			names: fieldLabel('channel'),
			unit: inLocale(isRate ? kpi.unit : kpis.K01.unit, locale),
			isCount: !isRate,
			mean: isRate ? (tiles.find(({ id }) => id === 'K03')?.now.value ?? null) : null,
			bars: rates.map(({ channel, count, value }) => ({
				label: labelOf('channel', channel),
				value: isRate ? value.value : count,
				href: hrefWithin(filter, { ...kpi.numerator.where, channel: [channel] }),
				...(isRate
					? {
							interval: value.interval,
							numerator: value.numerator,
							denominator: value.denominator,
							isTooFew: value.isTooFew
						}
					: {})
			}))
		},
		{ ...chartWords(), center: m.explore_channels_mean() },
		locale
	);
}

export function drawHours(hours: readonly HourOfContacts[], locale: Locale): ChartSpec {
	const counts = (kind: 'permitted' | 'barred' | 'unruled') => hours.map((hour) => hour[kind]);
	return columnsChart(
		{
			label: m.explore_channels_hours(),
			names: m.explore_channels_hour(),
			columns: hours.map(({ hour }) => String(hour)),
			parts: [
				{ label: m.explore_channels_permitted(), tone: 'usual', counts: counts('permitted') },
				{ label: m.explore_channels_barred(), tone: 'bad', counts: counts('barred') },
				{ label: m.explore_channels_unruled(), tone: 'other', counts: counts('unruled') }
			]
		},
		chartWords(),
		locale
	);
}

export function drawWeeks(weeks: Distribution, locale: Locale): ChartSpec {
	const { columns, counts } = spread(weeks, 15);
	return columnsChart(
		{
			label: m.explore_channels_weeks(),
			names: m.explore_channels_attempts(),
			columns,
			parts: [{ label: m.explore_channels_account_weeks(), tone: 'usual', counts }]
		},
		chartWords(),
		locale
	);
}

export function capTitle({ place, cap, days }: CapUse, locale: Locale): string {
	const words = { place: inLocale(place, locale), cap };
	return days === 1 ? m.explore_channels_cap_day(words) : m.explore_channels_cap({ ...words, days });
}

export function drawCap(use: CapUse, locale: Locale): ChartSpec {
	const { columns, counts } = spread(use.fullest, Math.max(15, use.cap + 4));
	const first = use.fullest[0]?.at === 0 ? 0 : 1;
	return columnsChart(
		{
			label: capTitle(use, locale),
			names: m.explore_channels_attempts(),
			columns,
			parts: [
				{
					label: m.explore_channels_within(),
					tone: 'usual',
					counts: counts.map((count, at) => (at + first <= use.cap ? count : 0))
				},
				{
					label: m.explore_channels_over(),
					tone: 'bad',
					counts: counts.map((count, at) => (at + first > use.cap ? count : 0))
				}
			]
		},
		chartWords(),
		locale
	);
}

/** A column for every amount from the first, and one for `most` and all above. */
function spread(distribution: Distribution, most: number) {
	const first = distribution[0]?.at === 0 ? 0 : 1;
	const highest = Math.min(most, Math.max(first, ...distribution.map(({ at }) => at)));
	const amounts = Array.from({ length: highest - first + 1 }, (_, index) => index + first);
	const hasMore = distribution.some(({ at }) => at > most);
	return {
		columns: amounts.map((amount) =>
			amount === most && hasMore ? m.explore_channels_or_more({ count: amount }) : String(amount)
		),
		counts: amounts.map((amount) =>
			distribution
				.filter(({ at }) => at === amount || (amount === most && at > most))
				.reduce((sum, { count }) => sum + count, 0)
		)
	};
}
