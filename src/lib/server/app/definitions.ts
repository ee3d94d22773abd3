import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Filter } from '#core/domain/filter.ts';
import { type Kpi } from '#core/domain/kpi.ts';
import { isKpiId, kpis, type KpiId } from '#core/domain/kpis/registry.ts';
import { addMonths, periodKeys, periodOf, previousPeriod, type Period } from '#core/domain/period.ts';
import { shareOf } from '#core/stats/multilabel-score.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import type { Source } from '../storage/question-schema.ts';
import type { Deps } from './deps.ts';
import { openKpiSources } from './kpi-sources.ts';
import { kpiEvaluator, kpiResults } from './kpi-values.ts';
import { kpiValues } from './kpis.ts';
import type { MeasuredQuality, ThemeQuality } from './measured-quality.ts';
import { readFreeValues, readNames } from './names.ts';
import { readRuleChoice } from './rule-choice.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

const examplesShown = 4;
const monthsShown = 12;

/** Every KPI with its value, every theme with what is known of it, every rule pack. */
export const definitions = verb('read', async (deps: Deps, actor: Actor, filter: Filter) => {
	const page = await kpiValues(deps, actor, { filter });
	const source = await deps.facts.upToDate(actor.scope);
	const counts = page.answer ? await countByTheme(source, page.filter, null) : [];
	return {
		...page,
		themes: deps.packs.themes.map(({ phrases, ...theme }) => ({
			...theme,
			examples: { en: phrases.en.slice(0, examplesShown), zh: phrases.zh.slice(0, examplesShown) },
			count: page.answer ? (counts.find((row) => row.theme === theme.id)?.count ?? 0) : null,
			measured: measuredOf(deps.measured, theme.id)
		})),
		measuredVersion: deps.measured?.packVersion ?? null,
		packVersion: deps.packs.version,
		rules: deps.packs.rules,
		choice: await readRuleChoice(deps.store)
	};
});
export type Definitions = Awaited<ReturnType<typeof definitions>>;

/** Of one theme, by the language of the labels; a theme that was not measured has none. */
export function measuredOf(measured: MeasuredQuality | null, theme: string) {
	return (measured?.languages ?? []).flatMap(({ language, themes }) => {
		const score: ThemeQuality | undefined = themes[theme];
		if (!score) return [];
		const { n, hits, falseHits } = score;
		return [{ language, n, precision: shareOf(hits, hits + falseHits), recall: shareOf(hits, n) }];
	});
}

/** One KPI under a filter: its value, the months before, and, where it asks for one, every theme or team. */
export const kpiDefinition = verb(
	'read',
	async (deps: Deps, actor: Actor, input: { readonly id: string; readonly filter: Filter }) => {
		if (!isKpiId(input.id))
			throw new EarshotError(
				'not-found',
				`There is no KPI “${input.id.slice(0, 20)}”. Definitions lists them all.`
			);
		const { id } = input;
		const { source, filter, context } = await openView(deps, actor, input.filter);
		const names = await readNames(deps, actor.scope);
		const values = await readFreeValues(source, context.origin);
		const period = filter.period === 'undated' ? null : (filter.period ?? context.latestMonth);
		const base = { id, context, names, values };
		if (period === null) return { ...base, filter, answer: null };
		const dated = { ...filter, period };
		const sources = await openKpiSources(deps);
		const previous = previousPeriod(period);
		const [result] = await kpiResults(source, dated, { period, previous }, [id], sources);
		const evaluate = kpiEvaluator(source, sources);
		return {
			...base,
			filter: dated,
			answer: {
				period,
				previous,
				result: result!,
				months: await valuesByMonth(evaluate, id, dated),
				split: await splitOf(source, evaluate, id, { filter: dated, names, themes: deps.packs.themes })
			}
		};
	}
);

type Evaluate = ReturnType<typeof kpiEvaluator>;
type Dated = Filter & { readonly period: Period };

/** The months up to the end of the period, oldest first; none of a KPI that no period changes. */
async function valuesByMonth(evaluate: Evaluate, id: KpiId, filter: Dated) {
	const { count } = kpis[id].numerator;
	if (count === 'unavailable' || count === 'tagger-hits') return [];
	const to = addMonths(filter.period.to, filter.period.to.endsWith('-01') ? 0 : 1);
	const keys = periodKeys({ from: addMonths(to, -monthsShown), to }, 'month');
	return Promise.all(
		keys.map(async (key) => {
			const period = periodOf(key);
			return { key, period, value: await evaluate(kpis[id], { ...filter, period }) };
		})
	);
}

/** A KPI of one theme or unit, for each conduct theme or team that has anything. */
async function splitOf(
	source: Source,
	evaluate: Evaluate,
	id: KpiId,
	{
		filter,
		names,
		themes
	}: { filter: Dated; names: { teams: readonly { id: string }[] }; themes: Deps['packs']['themes'] }
) {
	const kpi: Kpi = kpis[id];
	if (kpi.asks === undefined) return null;
	const by = kpi.asks === 'theme' ? 'theme' : 'team';
	const ids =
		by === 'theme'
			? themes.filter(({ taxonomy }) => taxonomy === 'conduct').map((theme) => theme.id)
			: names.teams.map((team) => team.id);
	const asked = filter[by].length > 0 ? ids.filter((each) => filter[by].includes(each)) : ids;
	const rows = await Promise.all(
		asked.map(async (value) => ({ value, kpi: await evaluate(kpi, { ...filter, [by]: [value] }) }))
	);
	return {
		by,
		rows: rows.toSorted((one, other) => (other.kpi.value ?? -1) - (one.kpi.value ?? -1))
	} as const;
}
