import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { previousPeriod, type Period } from '#core/domain/period.ts';
import { phraseRuleId, type Packs, type Theme } from '#core/domain/theme-pack.ts';
import type { Source } from '../storage/question-schema.ts';
import { ruleHits } from '../storage/tag-rules.ts';
import { annotationsFor } from './annotations.ts';
import { measuredOf } from './definitions.ts';
import type { Deps } from './deps.ts';
import { newestSentences } from './evidence-sentences.ts';
import { judgedThemes, unitPeriod } from './judged-units.ts';
import { readFreeValues, readNames } from './names.ts';
import { openPanels } from './panels.ts';
import { rateTrend } from './rate-trend.ts';
import { rateOfTheme, themeRows } from './theme-rows.ts';
import { trendPeriod } from './trend.ts';
import { channelRates } from './units.ts';
import { openView, type ViewContext } from './view-context.ts';
import { verb } from './verb.ts';

export type ThemePanel = 'channels' | 'units' | 'sentences' | 'rules';

/** Newest tags in which rules are counted: more would be slow to read and say the same. */
const rulesFrom = 2000;
const rulesShown = 12;

/**
 * One theme: what it means and by which rules it is found, how often, where, and in which words. A filter by theme or
 * taxonomy has no meaning here. Throws `not-found`.
 */
export const themeView = verb(
	'read',
	async (deps: Deps, actor: Actor, input: { readonly id: string; readonly filter: Filter }) => {
		const theme = deps.packs.themes.find(({ id }) => id === input.id);
		if (!theme)
			throw new EarshotError(
				'not-found',
				`There is no theme “${input.id.slice(0, 40)}”. The page Themes lists them all.`
			);
		const asked: Filter = { ...input.filter, theme: [], taxonomy: [] };
		const { source, filter, context } = await openView(deps, actor, asked);
		const names = await readNames(deps, actor.scope);
		const values = await readFreeValues(source, context.origin);
		const { phrases: _, ...definition } = theme;
		const base = {
			context,
			names,
			values,
			theme: definition,
			rulePacks: rulePacksOf(deps.packs, theme),
			measured: measuredOf(deps.measured, theme.id),
			measuredVersion: deps.measured?.packVersion ?? null,
			packVersion: deps.packs.version
		};
		const period = unitPeriod(filter, context);
		if (!period) return { ...base, filter, answer: null };
		const dated = { ...filter, period };
		return { ...base, filter: dated, answer: await lookAt(deps, actor, source, { theme, dated, context }) };
	}
);
export type ThemeView = Awaited<ReturnType<typeof themeView>>;

interface Looked {
	readonly theme: Theme;
	readonly dated: Filter & { readonly period: Period };
	readonly context: ViewContext;
}

async function lookAt(deps: Deps, actor: Actor, source: Source, { theme, dated, context }: Looked) {
	const { id, taxonomy } = theme;
	const { period } = dated;
	const previous = previousPeriod(period);
	const { panel, failed } = openPanels<ThemePanel>(deps.log);
	const own = narrow(dated, { theme: [id] });
	const wide = trendPeriod(period, context.extent.firstOn);
	const kpi = rateOfTheme(id);
	const asked = { period: wide, grain: 'month', today: context.today, baselineTo: period.from } as const;
	const [rows, trend, channels, units, sentences, hits, annotations] = await Promise.all([
		themeRows(source, dated, { previous, taxonomy }),
		rateTrend(source, kpi, dated, asked),
		panel('channels', channelRates(source, kpi, dated, period), []),
		panel<UnitsOfTheme | null>('units', unitsOf(source, dated, theme), null),
		panel(
			'sentences',
			newestSentences(deps, actor, source, { filter: own, isMeant: (tag) => tag.theme === id }),
			[]
		),
		panel('rules', ruleHits(deps.store, actor.scope, { filter: own, theme: id, limit: rulesFrom }), {
			looked: 0,
			rules: []
		}),
		annotationsFor(deps, actor, dated, wide)
	]);
	return {
		period,
		previous,
		row: rows.find((row) => row.theme === id) ?? null,
		trend,
		trendPeriod: wide,
		channels,
		/** Null where the panel failed. */
		units,
		sentences,
		rules: {
			looked: hits.looked,
			isCut: hits.looked === rulesFrom,
			shown: hits.rules
				.slice(0, rulesShown)
				.map((hit) => ({ ...hit, ...wordsOf(deps.packs, theme, hit.ruleId) })),
			more: Math.max(0, hits.rules.length - rulesShown)
		},
		annotations,
		failed
	};
}

type UnitsOfTheme = Awaited<ReturnType<typeof unitsOf>>;

/** Teams and agencies, each against what anybody would get with the same work. */
async function unitsOf(source: Source, dated: Looked['dated'], { id, taxonomy }: Theme) {
	const ofKind = async (unit: 'team' | 'agency') => {
		const { standings, ...sums } = await judgedThemes(source, dated, { taxonomy, unit });
		const own = standings.filter((one) => one.theme === id && (one.connected > 0 || one.count > 0));
		return { ...sums, standings: own };
	};
	const [teams, agencies] = await Promise.all([ofKind('team'), ofKind('agency')]);
	return { teams, agencies };
}

/** What a rule looks for, as it is written in the pack; null for the second opinion, which has no words of its own. */
function wordsOf({ patterns }: Packs, { id, taxonomy, phrases }: Theme, ruleId: string) {
	const pattern = patterns.find((rule) => rule.id === ruleId);
	if (pattern) return { language: pattern.language, words: pattern.pattern };
	for (const language of ['en', 'zh'] as const) {
		const words = phrases[language].find((_, at) => phraseRuleId(taxonomy, id, language, at) === ruleId);
		if (words !== undefined) return { language, words };
	}
	return { language: null, words: null };
}

/** Clauses of the theme by jurisdiction, beside the rule pack that holds its numbers and sources. */
function rulePacksOf({ rules }: Packs, { clauses }: Theme) {
	return [...Map.groupBy(clauses, ({ jurisdiction }) => jurisdiction)].map(([jurisdiction, own]) => {
		const pack = rules.find(({ id }) => id === jurisdiction.toLowerCase());
		return {
			jurisdiction,
			clauses: own,
			pack: pack ? { name: pack.name, version: pack.version, sources: pack.sources } : null
		};
	});
}
