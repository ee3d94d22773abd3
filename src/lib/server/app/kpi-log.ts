import type { Scope } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { Kpi, Numerator } from '#core/domain/kpi.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { addDays } from '#core/domain/period.ts';
import { isBarred } from '#core/domain/rule-limit.ts';
import { mostInWindow } from '#core/domain/words-against-log.ts';
import type { KpiCounts } from '#core/stats/kpi-change.ts';
import {
	contactsByAccount,
	contactsByMinute,
	countLinked,
	hasContacts
} from '../storage/contact-questions.ts';
import { storeAsSource, type Source } from '../storage/question-schema.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import { checkClaims } from './check-claims.ts';
import { keptCount } from './kept-count.ts';
import { detailOf, isKnownToLog, placesOf } from './contact-places.ts';
import type { Asked } from './kpi-counts.ts';
import type { KpiSources } from './kpi-sources.ts';

type LogNumerator = Extract<
	Numerator['count'],
	'barred-contacts' | 'accounts-over-cap' | 'confirmed-claims' | 'linked'
>;
const nothing = { numerator: 0, denominator: null } as const;

/** Counts KPIs out of the contact log, on the borrower's clock where it is known. */
export function logCounter(
	sources: KpiSources,
	source: Source
): (kpi: Kpi, count: LogNumerator, filter: Asked) => Promise<KpiCounts> {
	const { scope } = source;
	const { rules, regions } = sources;
	return async ({ numerator }, count, filter) => {
		if (!(await hasContacts(sources.store, filter.origin))) return { ...nothing, missing: 'no-contact-log' };
		const where = narrow(filter, numerator.where);
		return keptCount(source, ['log', count, where, filter, rules, regions], async () => {
			if (count === 'linked') return linked(sources, scope, where);
			if (count === 'confirmed-claims') return confirmed(sources, scope, where);
			if (!isKnownToLog(filter)) return { ...nothing, missing: 'no-match' };
			return count === 'barred-contacts'
				? barredContacts(sources, scope, filter)
				: accountsOverCap(sources, scope, filter);
		});
	};
}

async function linked({ store }: KpiSources, scope: Scope | null, where: Filter): Promise<KpiCounts> {
	const [numerator, { feedback }] = await Promise.all([
		countLinked(store, scope, where),
		countFeedback(storeAsSource(store, scope), where)
	]);
	return { numerator, denominator: feedback };
}

async function confirmed(sources: KpiSources, scope: Scope | null, where: Filter): Promise<KpiCounts> {
	const checks = await checkClaims(sources, scope, where);
	const checkable = checks.filter(({ check }) => check.verdict !== 'unchecked');
	if (checkable.length === 0) return { ...nothing, missing: 'no-claims' };
	const numerator = checkable.filter(({ check }) => check.verdict === 'confirmed').length;
	return { numerator, denominator: checkable.length };
}

async function barredContacts(sources: KpiSources, scope: Scope | null, filter: Filter): Promise<KpiCounts> {
	const { pack, time } = placesOf(sources);
	const rows = await contactsByMinute(sources.store, scope, filter, detailOf(sources));
	let [barred, all, hasPack] = [0, 0, false];
	for (const row of rows) {
		const rules = pack(row.region);
		hasPack ||= rules !== null;
		if (!rules?.barredHours) continue;
		all += row.contacts;
		if (isBarred(time(row)?.minute ?? row.minute, rules.barredHours)) barred += row.contacts;
	}
	return countsOf(barred, all, { hasRows: rows.length > 0, hasPack });
}

/** Windows of several days look back over the period's beginning; an account counts where it has a contact in it. */
async function accountsOverCap(sources: KpiSources, scope: Scope | null, filter: Asked): Promise<KpiCounts> {
	const { pack, time } = placesOf(sources);
	const { period } = filter;
	const longest = Math.max(1, ...sources.packs.flatMap(({ frequency }) => frequency.map(({ days }) => days)));
	const wide = { ...filter, period: { from: addDays(period.from, 1 - longest), to: period.to } };
	const rows = await contactsByAccount(sources.store, scope, wide, detailOf(sources));
	const accounts = Map.groupBy(rows, ({ borrowerId }) => borrowerId);
	let [over, all, hasPack, hasRows] = [0, 0, false, false];
	for (const days of accounts.values()) {
		if (!days.some(({ day }) => day >= period.from)) continue;
		hasRows = true;
		const rules = pack(days[0]?.region ?? null);
		hasPack ||= rules !== null;
		const caps = rules?.frequency.filter(({ cap }) => cap > 0) ?? [];
		if (caps.length === 0) continue;
		all++;
		const isOver = caps.some(({ cap, days: window, attempts }) => {
			const perDay = new Map<string, number>();
			for (const row of days) {
				const day = time(row)?.day ?? row.day;
				perDay.set(day, (perDay.get(day) ?? 0) + row[attempts]);
			}
			return mostInWindow(perDay, window, period.from) > cap;
		});
		if (isOver) over++;
	}
	return countsOf(over, all, { hasRows, hasPack });
}

function countsOf(
	numerator: number,
	denominator: number,
	{ hasRows, hasPack }: { readonly hasRows: boolean; readonly hasPack: boolean }
): KpiCounts {
	if (!hasRows) return { ...nothing, missing: 'no-contact-log' };
	if (!hasPack) return { ...nothing, missing: 'no-rule-pack' };
	return denominator > 0 ? { numerator, denominator } : { ...nothing, missing: 'no-rule' };
}
