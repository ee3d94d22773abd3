import type { Scope } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { addDays, periodKey } from '#core/domain/period.ts';
import { isBarred } from '#core/domain/rule-limit.ts';
import type { RulePack } from '#core/domain/theme-pack.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import { mostInWindow } from '#core/domain/words-against-log.ts';
import { contactsByAccount, contactsByMinute } from '../storage/contact-questions.ts';
import { detailOf, placesOf } from './contact-places.ts';
import type { Asked } from './kpi-counts.ts';
import type { KpiSources } from './kpi-sources.ts';

/** Attempts of one hour of the day, on the clock that the rules ask for. */
export interface HourOfContacts {
	readonly hour: number;
	readonly permitted: number;
	readonly barred: number;
	/** No rule pack, or one without hours. */
	readonly unruled: number;
}

/** Attempts of the log by hour of the day, against the permitted hours of the rule pack of each region. */
export async function contactHours(
	sources: KpiSources,
	scope: Scope | null,
	filter: Filter
): Promise<readonly HourOfContacts[]> {
	const { pack, time } = placesOf(sources);
	const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, permitted: 0, barred: 0, unruled: 0 }));
	for (const row of await contactsByMinute(sources.store, scope, filter, detailOf(sources))) {
		const minute = time(row)?.minute ?? row.minute;
		const rules = pack(row.region)?.barredHours;
		const kind = !rules ? 'unruled' : isBarred(minute, rules) ? 'barred' : 'permitted';
		const hour = hours[Math.floor(minute / 60)];
		if (hour) hour[kind] += row.contacts;
	}
	return hours;
}

/** How many have how much: `at` is the amount, `count` those that have it. */
export type Distribution = readonly { readonly at: number; readonly count: number }[];

export interface CapUse {
	readonly packId: string;
	readonly place: Bilingual;
	readonly note: Bilingual;
	readonly cap: number;
	readonly days: number;
	/** Accounts by the most attempts they had in any window of the rule. */
	readonly fullest: Distribution;
	readonly accounts: number;
	readonly over: number;
}

export interface ContactFrequency {
	/** Account-weeks by attempts of any kind. */
	readonly weeks: Distribution;
	readonly caps: readonly CapUse[];
}

type AccountDays = Awaited<ReturnType<typeof contactsByAccount>>;

/** How often accounts are contacted, and how near the caps of their rule pack that comes. */
export async function contactFrequency(
	sources: KpiSources,
	scope: Scope | null,
	filter: Asked
): Promise<ContactFrequency> {
	const { pack, time } = placesOf(sources);
	const { period } = filter;
	const longest = Math.max(1, ...sources.packs.flatMap(({ frequency }) => frequency.map(({ days }) => days)));
	const wide = { ...filter, period: { from: addDays(period.from, 1 - longest), to: period.to } };
	const rows = await contactsByAccount(sources.store, scope, wide, detailOf(sources));
	const accounts = Map.groupBy(
		rows.map((row) => ({ ...row, day: time(row)?.day ?? row.day })),
		({ borrowerId }) => borrowerId
	);
	const inPeriod = [...accounts.values()].filter((days) => days.some(({ day }) => day >= period.from));
	const byPack = Map.groupBy(inPeriod, (days) => pack(days[0]?.region ?? null));
	return {
		weeks: distributionOf(inPeriod.flatMap((days) => attemptsByWeek(days, period.from))),
		caps: [...byPack].flatMap(([rules, of]) => (rules ? capsOf(rules, of, period.from) : []))
	};
}

function attemptsByWeek(days: AccountDays, from: string): readonly number[] {
	const weeks = new Map<string, number>();
	for (const { day, all } of days)
		if (day >= from) weeks.set(periodKey(day, 'week'), (weeks.get(periodKey(day, 'week')) ?? 0) + all);
	return [...weeks.values()];
}

function capsOf({ id, name, frequency }: RulePack, accounts: readonly AccountDays[], from: string) {
	return frequency
		.filter(({ cap }) => cap > 0)
		.map(({ cap, days: window, attempts, note }): CapUse => {
			const most = accounts.map((days) => {
				const perDay = new Map<string, number>();
				for (const row of days) perDay.set(row.day, (perDay.get(row.day) ?? 0) + row[attempts]);
				return mostInWindow(perDay, window, from);
			});
			return {
				packId: id,
				place: name,
				note,
				cap,
				days: window,
				fullest: distributionOf(most),
				accounts: most.length,
				over: most.filter((count) => count > cap).length
			};
		});
}

function distributionOf(amounts: readonly number[]): Distribution {
	const counts = new Map<number, number>();
	for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1);
	return [...counts].sort(([one], [other]) => one - other).map(([at, count]) => ({ at, count }));
}
