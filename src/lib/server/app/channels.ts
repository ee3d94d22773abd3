import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import type { MissingCode } from '#core/domain/missing-data.ts';
import { previousPeriod } from '#core/domain/period.ts';
import { judgeRates, type RateVerdict } from '#core/stats/judge-rates.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { hasContacts } from '../storage/contact-questions.ts';
import type { Source } from '../storage/question-schema.ts';
import { channelHeat } from './channel-heat.ts';
import { isKnownToLog } from './contact-places.ts';
import { contactFrequency, contactHours } from './contact-practice.ts';
import type { Deps } from './deps.ts';
import type { Asked } from './kpi-counts.ts';
import { keptCount } from './kept-count.ts';
import { openKpiSources, type KpiSources } from './kpi-sources.ts';
import { kpiResults } from './kpi-values.ts';
import { readFreeValues, readNames } from './names.ts';
import { openPanels } from './panels.ts';
import { channelRates, type ChannelRate } from './units.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

export type ChannelPanel = 'heat' | 'rates' | 'log';
const noLog: LogPractice = { missing: 'no-contact-log', hours: [], frequency: null };

/** Each way of reaching borrowers: what is told of it, how often, and what the contact log holds against the rules. */
export const channels = verb('read', async (deps: Deps, actor: Actor, input: { readonly filter: Filter }) => {
	const { source, filter, context } = await openView(deps, actor, input.filter);
	const names = await readNames(deps, actor.scope);
	const values = await readFreeValues(source, context.origin);
	const period = filter.period === 'undated' ? null : (filter.period ?? context.latestMonth);
	const base = { context, names, values };
	if (period === null) return { ...base, filter, answer: null };
	const dated: Asked = { ...filter, period };
	const sources = await openKpiSources(deps);
	const previous = previousPeriod(period);
	const { panel, failed } = openPanels<ChannelPanel>(deps.log);
	const [tiles, themes, heat, rates, log] = await Promise.all([
		kpiResults(source, dated, { period, previous }, ['K03', 'K11', 'K12'], sources),
		countByTheme(source, dated, 'conduct'),
		panel('heat', channelHeat(source, dated), { cells: [], contacts: [] }),
		panel('rates', ratesAgainstRest(source, dated), []),
		panel('log', practiceOf(sources, source, dated), noLog)
	]);
	return { ...base, filter: dated, answer: { period, previous, tiles, themes, heat, rates, log, failed } };
});

export type Channels = Awaited<ReturnType<typeof channels>>;

export interface JudgedChannel extends ChannelRate {
	/** Against all other channels together; null without contacts. */
	readonly verdict: RateVerdict | null;
}

async function ratesAgainstRest(source: Source, filter: Asked): Promise<readonly JudgedChannel[]> {
	const rates = await channelRates(source, kpis.K03, filter, filter.period);
	const known = rates.filter(({ value }) => value.denominator !== null && value.denominator > 0);
	const all = known.reduce(
		(sum, { count, value }) => ({
			count: sum.count + count,
			exposure: sum.exposure + (value.denominator ?? 0)
		}),
		{ count: 0, exposure: 0 }
	);
	const verdicts = judgeRates(
		known.flatMap(({ channel, count, value }) => {
			const exposure = value.denominator ?? 0;
			const before = { count: all.count - count, exposure: all.exposure - exposure };
			return before.exposure > 0 ? [{ id: channel, before, now: { count, exposure } }] : [];
		})
	);
	return rates.map((rate) => ({ ...rate, verdict: verdicts.get(rate.channel) ?? null }));
}

export interface LogPractice {
	/** Why there is nothing out of the log. */
	readonly missing: Extract<MissingCode, 'no-contact-log' | 'no-match'> | null;
	readonly hours: Awaited<ReturnType<typeof contactHours>>;
	readonly frequency: Awaited<ReturnType<typeof contactFrequency>> | null;
}

async function practiceOf(sources: KpiSources, source: Source, filter: Asked): Promise<LogPractice> {
	const { scope } = source;
	if (!(await hasContacts(sources.store, filter.origin))) return noLog;
	if (!isKnownToLog(filter)) return { ...noLog, missing: 'no-match' };
	const { rules, regions } = sources;
	const { hours, frequency } = await keptCount(source, ['practice', filter, rules, regions], async () => ({
		hours: await contactHours(sources, scope, filter),
		frequency: await contactFrequency(sources, scope, filter)
	}));
	const isEmpty = hours.every(({ permitted, barred, unruled }) => permitted + barred + unruled === 0);
	return isEmpty ? noLog : { missing: null, hours, frequency };
}
