import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { KpiId } from '#core/domain/kpis/registry.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { repeatDays } from '#core/domain/kpis/repeat-complainants.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { previousPeriod, type Period } from '#core/domain/period.ts';
import type { Channel, Taxonomy } from '#core/domain/vocabulary.ts';
import type { KpiTrend, Links, ReportDetail } from '#core/reports/report-detail.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { countRepeatBorrowers } from '../facts/questions/count-repeat-borrowers.ts';
import { reviewedTags } from '../facts/questions/reviewed-tags.ts';
import { themeByDimension } from '../facts/questions/theme-by-dimension.ts';
import { listFeedback } from '../storage/feedback-list.ts';
import type { Source } from '../storage/question-schema.ts';
import { collectAgents } from './collect-agents.ts';
import { collectCrosswalks } from './collect-crosswalks.ts';
import { collectTraining } from './collect-training.ts';
import { emergingTerms } from './collect-terms.ts';
import type { Deps } from './deps.ts';
import { excerptOf } from './excerpt.ts';
import { collectLedger } from './report-flow/collect-ledger.ts';
import { nameOf, type Scene } from './report-scene.ts';
import { rateTrend } from './rate-trend.ts';
import { trendPeriod } from './trend.ts';

const trended: readonly KpiId[] = ['K01', 'K03', 'K05', 'K08'];
const fewestCopies = 5;
const templatesShown = 10;

/** What the chapters beyond the key figures say, counted under the month's filter. */
export async function collectDetail(
	deps: Deps,
	actor: Actor,
	source: Source,
	scene: Scene
): Promise<Omit<ReportDetail, 'restates'>> {
	const { filter, period } = scene;
	const complaints = narrow(filter, { complaint: 'yes' });
	const dated = { ...filter, period };
	const [trends, reviews, themes, reasonPairs, praise, sources, links, emerging, agents] = await Promise.all([
		Promise.all(trended.map((id) => kpiTrend(source, id, scene))),
		reviewsOf(source, filter),
		themesOf(deps, source, filter, period),
		pairsOf(source, filter),
		praiseByTeam(source, scene),
		countByDimension(source, complaints, 'source'),
		linksOf(deps, actor, source, dated),
		emergingTerms(deps, actor, source, dated),
		scene.about.copy === 'restricted' ? collectAgents(deps, actor, source, scene) : null
	]);
	return {
		trends,
		themeChannels: await themeChannelsOf(source, filter),
		...reviews,
		themes,
		reasonPairs,
		praise,
		sources: sources.map(({ value, count }) => ({ source: value, complaints: count })),
		links,
		emerging,
		agents,
		training: await collectTraining(deps, actor, source, scene),
		crosswalks: await collectCrosswalks(deps, source, filter),
		ledger: await collectLedger(deps, source, scene)
	};
}

async function themeChannelsOf(source: Source, filter: Filter): Promise<ReportDetail['themeChannels']> {
	const counts = await themeByDimension(source, filter, 'conduct', 'channel');
	return counts.map(({ value, theme, count }) => ({ theme, channel: value as Channel | 'none', count }));
}

async function reviewsOf(
	source: Source,
	filter: Filter
): Promise<Pick<ReportDetail, 'reviewed' | 'coverage'>> {
	const tags = await reviewedTags(source, filter);
	return {
		reviewed: tags.map(({ theme, confirmed, rejected }) => ({ theme, confirmed, rejected })),
		coverage: {
			tags: tags.reduce((sum, tag) => sum + tag.tags, 0),
			reviewed: tags.reduce((sum, tag) => sum + tag.confirmed + tag.rejected + tag.added, 0)
		}
	};
}

async function kpiTrend(source: Source, id: KpiId, { filter, period, context }: Scene): Promise<KpiTrend> {
	const wide = trendPeriod(period, context.extent.firstOn);
	const asked = { period: wide, grain: 'month', today: context.today, baselineTo: period.from } as const;
	const { points, center, sigmaZ } = await rateTrend(source, kpis[id], filter, asked);
	return {
		kpi: kpis[id],
		center,
		sigmaZ,
		points: points.map(({ key, isComplete, value, limits, isOutside }) => ({
			month: key,
			isComplete,
			value,
			limits,
			isOutside
		}))
	};
}

const listed = ['process', 'positive', 'reason', 'remedy', 'impact', 'escalation'] as const;

async function themesOf({ packs }: Deps, source: Source, filter: Filter, period: Period) {
	const before = { ...filter, period: previousPeriod(period) };
	const entries = await Promise.all(
		listed.map(async (taxonomy) => {
			const [now, then] = await Promise.all([
				countByTheme(source, filter, taxonomy),
				countByTheme(source, before, taxonomy)
			]);
			const countIn = (rows: typeof now, id: string) => rows.find(({ theme }) => theme === id)?.count ?? 0;
			const rows = packs.themes
				.filter((theme) => theme.taxonomy === taxonomy)
				.map(({ id, name }) => ({ id, name, now: countIn(now, id), before: countIn(then, id) }));
			return [taxonomy, rows.toSorted((one, other) => other.now - one.now)] as const;
		})
	);
	return Object.fromEntries(entries) as unknown as ReportDetail['themes'];
}

/** Feedback that gives a reason and has a theme of another taxonomy, which a filter can list. */
async function pairsOf(source: Source, filter: Filter): Promise<ReportDetail['reasonPairs']> {
	const others = ['conduct', 'impact', 'remedy'] as const satisfies readonly Taxonomy[];
	const counted = await Promise.all(
		others.map(async (other) =>
			(await countByTheme(source, narrow(filter, { taxonomy: [other] }), 'reason')).map(
				({ theme, count }) => ({
					reason: theme,
					other,
					count
				})
			)
		)
	);
	return counted.flat();
}

async function praiseByTeam(source: Source, { filter, names }: Scene): Promise<ReportDetail['praise']> {
	const countBy = (taxonomy: Taxonomy) =>
		countByDimension(source, narrow(filter, { taxonomy: [taxonomy] }), 'team');
	const [positive, conduct] = await Promise.all([countBy('positive'), countBy('conduct')]);
	return positive
		.filter(({ value }) => value !== 'none')
		.map(({ value, count }) => ({
			team: value,
			name: nameOf(
				names.teams.find(({ id }) => id === value),
				value
			),
			positive: count,
			conduct: conduct.find((row) => row.value === value)?.count ?? 0
		}));
}

async function linksOf(
	deps: Deps,
	actor: Actor,
	source: Source,
	filter: Filter & { readonly period: Period }
): Promise<Links> {
	const complaints = narrow(filter, { complaint: 'yes' });
	const [repeat, attributions, templates] = await Promise.all([
		countRepeatBorrowers(source, complaints, filter.period, repeatDays),
		countByDimension(source, complaints, 'attribution'),
		countByDimension(source, filter, 'template')
	]);
	const copied = templates.filter(({ value, count }) => value !== 'none' && count >= fewestCopies);
	return {
		complainants: repeat.borrowers,
		repeated: repeat.repeat,
		attributions: attributions.map(({ value, count }) => ({ attribution: value, complaints: count })),
		templates: await Promise.all(
			copied.slice(0, templatesShown).map(async ({ value, count }) => ({
				template: value,
				count,
				excerpt: await firstExcerpt(deps, actor, narrow(filter, { template: [value] }))
			}))
		)
	};
}

async function firstExcerpt(deps: Deps, actor: Actor, filter: Filter): Promise<string> {
	const [first] = await listFeedback(deps.store, actor.scope, filter, {
		sort: 'newest',
		after: null,
		limit: 1
	});
	return first ? excerptOf(first) : '';
}
