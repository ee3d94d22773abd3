import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { kpiIds, kpis } from '#core/domain/kpis/registry.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { addMonths, dayIn, previousPeriod, type Period } from '#core/domain/period.ts';
import type { Channel } from '#core/domain/vocabulary.ts';
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
import { collectDetail } from './collect-detail.ts';
import type { Deps } from './deps.ts';
import { openKpiSources } from './kpi-sources.ts';
import { cardOf } from './excerpt.ts';
import { judgedUnits, type JudgedUnit } from './judged-units.ts';
import { kpiResults } from './kpi-values.ts';
import type { Names } from './names.ts';
import { findRestated } from './report-flow/find-restated.ts';
import { nameOf, type Scene } from './report-scene.ts';
import { channelRates, funnelCurve } from './units.ts';

const mostUrgent = 200;
const mostEvidence = 8;
const mostImports = 1000;
const monthsEarlier = 12;

/** Everything a month's report says, counted. */
export async function collectReport(
	deps: Deps,
	actor: Actor,
	source: Source,
	scene: Scene
): Promise<ReportData> {
	const { filter, period, context } = scene;
	const isFirst = context.extent.firstOn !== null && context.extent.firstOn >= period.from;
	const [results, conduct, channels, units, urgent, quality, imports, detail] = await Promise.all([
		allKpis(deps, source, filter, period),
		conductTrend(deps, source, scene),
		channelRates(source, kpis.K03, filter, period),
		unitCounts(source, scene),
		listUrgent(deps, actor, scene),
		dataQuality(source, filter),
		importsIn(deps, period),
		collectDetail(deps, actor, source, scene)
	]);
	const values = results.map(({ id, now, change }) => ({
		kpi: kpis[id],
		now,
		change: isFirst ? null : change
	}));
	return {
		month: period.from.slice(0, 7),
		isOver: period.to <= context.today,
		about: scene.about,
		scope: scene.scope,
		where: { origin: context.origin, agency: filter.agency, team: filter.team },
		kpis: values,
		complaints: results.find(({ id }) => id === 'K01')?.now.numerator ?? 0,
		conduct,
		channels: channels.map(({ channel, count, value }) => ({
			channel: channel as Channel | 'none',
			complaints: count,
			connected: value.denominator
		})),
		...units,
		...urgent,
		quality,
		imports,
		method: { appVersion: appVersion(), packVersion: deps.packs.version, timeZone: deps.timeZone },
		detail: { ...detail, restates: await findRestated(deps, scene, values) }
	};
}

async function allKpis(deps: Deps, source: Source, filter: Filter, period: Period) {
	const periods = { period, previous: previousPeriod(period) };
	return kpiResults(source, filter, periods, kpiIds, await openKpiSources(deps));
}

/** A team's report compares teams only: the figures of its agency are not its own. */
async function unitCounts(
	source: Source,
	{ filter, period, names }: Scene
): Promise<Pick<ReportData, 'agencies' | 'teams' | 'teamLimits'>> {
	const judge = (unit: 'agency' | 'team') => judgedUnits(source, kpis.K03, filter, { unit, period });
	const [agencies, teams] = await Promise.all([judge('agency'), judge('team')]);
	const agencyName = (id: string) =>
		nameOf(
			names.agencies.find((agency) => agency.id === id),
			id
		);
	return {
		agencies: (filter.team.length > 0 ? [] : agencies.units).map((unit) =>
			unitCount(unit, agencyName(unit.id), null)
		),
		teamLimits: funnelCurve(teams.units, teams.limitsAt),
		teams: teams.units.map((unit) => {
			const team = names.teams.find(({ id }) => id === unit.id);
			return unitCount(unit, nameOf(team, unit.id), team ? agencyName(team.agencyId) : null);
		})
	};
}

async function listUrgent(
	deps: Deps,
	actor: Actor,
	{ filter, names }: Scene
): Promise<Pick<ReportData, 'urgentCases' | 'urgentEvidence'>> {
	const urgent = await listFeedback(deps.store, actor.scope, narrow(filter, { urgency: ['U0', 'U1'] }), {
		sort: 'urgent',
		after: null,
		limit: mostUrgent
	});
	return {
		urgentCases: urgent.map((feedback) => urgentCase(feedback, names)),
		urgentEvidence: urgent.slice(0, mostEvidence).map((feedback) => cardOf(feedback, names))
	};
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
	{ id, count, observed, expected, limits, verdict }: JudgedUnit,
	name: UnitCount['name'],
	agency: UnitCount['agency']
): UnitCount {
	return { id, name, agency, complaints: count, observed, expected, limits, verdict };
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
