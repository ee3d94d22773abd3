import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Actor, Scope } from '#core/domain/actor.ts';
import { type Filter } from '#core/domain/filter.ts';
import { kpiIds, kpis } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { addMonths, dayIn, previousPeriod, type Period } from '#core/domain/period.ts';
import type { Bilingual, Channel } from '#core/domain/vocabulary.ts';
import type {
	ConductTrend,
	DataQuality,
	ReportData,
	UnitCount,
	UrgentCase
} from '#core/reports/report-data.ts';
import { countByDimension } from '../facts/questions/count-by-dimension.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import { exposureByPeriod } from '../facts/questions/exposure-by-period.ts';
import { themeByPeriod } from '../facts/questions/theme-by-period.ts';
import { listFeedback, type ListedFeedback } from '../storage/feedback-list.ts';
import { listImports } from '../storage/imports.ts';
import type { Source } from '../storage/question-schema.ts';
import type { Deps } from './deps.ts';
import { openKpiSources } from './kpi-sources.ts';
import { kpiResults } from './kpi-values.ts';
import { type Names } from './names.ts';
import { channelRates, unitStandings } from './units.ts';
import { type ViewContext } from './view-context.ts';

/** What a report is made of: a month under a filter, with names. */
export interface Scene {
	readonly filter: Filter;
	readonly period: Period;
	readonly context: ViewContext;
	readonly names: Names;
}

const mostUrgent = 200;
const mostImports = 1000;
const monthsEarlier = 12;

/** Everything a month's report says, counted. */
export async function collectReport(
	deps: Deps,
	actor: Actor,
	source: Source,
	scene: Scene
): Promise<ReportData> {
	const { filter, period, context, names } = scene;
	const isFirst = context.extent.firstOn !== null && context.extent.firstOn >= period.from;
	const [results, conduct, channels, units, urgentCases, quality, imports] = await Promise.all([
		kpiResults(
			source,
			filter,
			{ period, previous: previousPeriod(period) },
			kpiIds,
			await openKpiSources(deps)
		),
		conductTrend(deps, source, scene),
		channelRates(source, kpis.K03, filter, period),
		unitCounts(source, scene),
		listUrgent(deps, actor, scene),
		dataQuality(source, filter),
		importsIn(deps, period)
	]);
	return {
		month: period.from.slice(0, 7),
		isOver: period.to <= context.today,
		scope: actor.scope ? coverageOf(actor.scope, names) : { en: 'The whole organisation', zh: '全机构' },
		where: { origin: context.origin },
		kpis: results.map(({ id, now, change }) => ({ kpi: kpis[id], now, change: isFirst ? null : change })),
		complaints: results.find(({ id }) => id === 'K01')?.now.numerator ?? 0,
		conduct,
		channels: channels.map(({ channel, count, value }) => ({
			channel: channel as Channel | 'none',
			complaints: count,
			connected: value.denominator
		})),
		...units,
		urgentCases,
		quality,
		imports,
		method: { appVersion: appVersion(), packVersion: deps.packs.version, timeZone: deps.timeZone }
	};
}

async function unitCounts(
	source: Source,
	{ filter, period, names }: Scene
): Promise<Pick<ReportData, 'agencies' | 'teams'>> {
	const [agencies, teams] = await Promise.all(
		(['agency', 'team'] as const).map((unit) => unitStandings(source, kpis.K03, filter, { unit, period }))
	);
	const agencyName = (id: string) =>
		nameOf(
			names.agencies.find((agency) => agency.id === id),
			id
		);
	return {
		agencies: (agencies ?? []).map((unit) => unitCount(unit, agencyName(unit.id), null)),
		teams: (teams ?? []).map((unit) => {
			const team = names.teams.find(({ id }) => id === unit.id);
			return unitCount(unit, nameOf(team, unit.id), team ? agencyName(team.agencyId) : null);
		})
	};
}

async function listUrgent(
	deps: Deps,
	actor: Actor,
	{ filter, names }: Scene
): Promise<readonly UrgentCase[]> {
	const urgent = await listFeedback(deps.store, actor.scope, narrow(filter, { urgency: ['U0', 'U1'] }), {
		sort: 'urgent',
		after: null,
		limit: mostUrgent
	});
	return urgent.map((feedback) => urgentCase(feedback, names));
}

/** Imports started in a period, oldest first. */
async function importsIn(deps: Deps, { from, to }: Period): Promise<ReportData['imports']> {
	const imports = await listImports(deps.store, mostImports);
	return imports
		.map((row) => ({
			id: row.id,
			importer: row.importer,
			fileName: row.fileName,
			startedOn: dayIn(deps.timeZone, new Date(row.startedAt)),
			counts: {
				read: row.readCount,
				stored: row.storedCount,
				updated: row.updatedCount,
				unchanged: row.unchangedCount,
				issues: row.issueCount
			}
		}))
		.filter(({ startedOn }) => startedOn >= from && startedOn < to)
		.reverse();
}

/** The agencies and teams that a scope names. */
function coverageOf({ agencyIds, teamIds }: Scope, { agencies, teams }: Names): Bilingual {
	const covered = [
		...agencies.filter(({ id }) => agencyIds.includes(id)),
		...teams.filter(({ id }) => teamIds.includes(id))
	].map((unit) => nameOf(unit, unit.id));
	return { en: covered.map(({ en }) => en).join(', '), zh: covered.map(({ zh }) => zh).join('、') };
}

async function conductTrend(
	{ packs }: Deps,
	source: Source,
	{ filter, period, context }: Scene
): Promise<ConductTrend> {
	const before: Period = { from: addMonths(period.from, -monthsEarlier), to: period.from };
	const [now, counts, exposed, exposedBefore] = await Promise.all([
		countByTheme(source, filter, 'conduct'),
		themeByPeriod(source, { ...filter, period: before }, 'conduct', 'month'),
		exposureByPeriod(source, { ...filter, period }, 'month'),
		exposureByPeriod(source, { ...filter, period: before }, 'month')
	]);
	const firstMonth = context.extent.firstOn === null ? '9999' : nextWholeMonth(context.extent.firstOn);
	const earlier = Array.from({ length: monthsEarlier }, (_, at) =>
		addMonths(period.from, -1 - at).slice(0, 7)
	).filter((month) => month >= firstMonth);
	const contactsOf = new Map(exposedBefore.map((row) => [row.period, row.connected]));
	return {
		contacts: exposed[0]?.connected ?? null,
		earlier: earlier.map((month) => ({ month, contacts: contactsOf.get(month) ?? null })),
		themes: packs.themes
			.filter(({ taxonomy }) => taxonomy === 'conduct')
			.map(({ id, name, severity }) => ({
				id,
				name,
				severity,
				now: now.find(({ theme }) => theme === id)?.count ?? 0,
				earlier: earlier.map(
					(month) => counts.find((row) => row.period === month && row.theme === id)?.count ?? 0
				)
			}))
	};
}

/** The month of a first day counts as complete only when the data begin on its first. */
function nextWholeMonth(day: string): string {
	return day.endsWith('-01') ? day.slice(0, 7) : addMonths(day, 1).slice(0, 7);
}

async function dataQuality(source: Source, filter: Filter): Promise<DataQuality> {
	const complaints = narrow(filter, { complaint: 'yes' });
	const [all, undated, attributed, byAttribution, byTeam, languages] = await Promise.all([
		countFeedback(source, filter),
		countFeedback(source, { ...filter, period: 'undated' }),
		countFeedback(source, complaints),
		countByDimension(source, complaints, 'attribution'),
		countByDimension(source, complaints, 'team'),
		countByDimension(source, filter, 'language')
	]);
	const tied = byAttribution
		.filter(({ value }) => value === 'named' || value === 'call_id')
		.reduce((sum, { count }) => sum + count, 0);
	return {
		feedback: all.feedback,
		undated: undated.feedback,
		unattributed: attributed.feedback - tied,
		withoutTeam: byTeam.find(({ value }) => value === 'none')?.count ?? 0,
		untagged: languages
			.filter(({ value }) => value === 'other' || value === 'none')
			.map(({ value, count }) => ({ language: value as 'other' | 'none', count }))
	};
}

function unitCount(
	{ id, count, observed, expected }: { id: string; count: number; observed: number; expected: number },
	name: UnitCount['name'],
	agency: UnitCount['agency']
): UnitCount {
	return { id, name, agency, complaints: count, observed, expected };
}

function nameOf(unit: { readonly name: string; readonly nameZh: string | null } | undefined, id: string) {
	return { en: unit?.name ?? id, zh: unit?.nameZh ?? unit?.name ?? id };
}

function urgentCase(feedback: ListedFeedback, names: Names): UrgentCase {
	const severe = feedback.tags.filter(({ severity, polarity }) => severity === 4 && polarity !== 'negated');
	return {
		feedbackId: feedback.id,
		receivedOn: feedback.receivedOn ?? '',
		urgency: feedback.urgency,
		channel: (feedback.channel ?? 'none') as Channel | 'none',
		themes: severe.map(
			({ theme }) => names.themes.find(({ id }) => id === theme)?.name ?? { en: theme, zh: theme }
		)
	};
}

let version: string | undefined;

function appVersion(): string {
	version ??= (JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { version: string }).version;
	return version;
}
