import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { addDays, addMonths, isComplete, periodKeys, type Period } from '#core/domain/period.ts';
import type { FoundSignal, SignalUnit } from '#core/domain/signal.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { scanRules } from '#core/stats/scan/scan-rules.ts';
import { dataExtent } from '../../facts/questions/data-extent.ts';
import { exposureExtent } from '../../facts/questions/exposure-extent.ts';
import { sourceStarts } from '../../facts/questions/source-starts.ts';
import type { Source } from '../../storage/question-schema.ts';
import type { Deps } from '../deps.ts';

/** What every kind of signal is looked for in. */
export interface ScanContext {
	readonly deps: Pick<Deps, 'store' | 'packs'>;
	readonly source: Source;
	readonly origin: Origin;
	/** The day the scan looks from: what came later is not seen. */
	readonly asOf: string;
	/** Complete months and weeks with feedback and contacts, oldest first. */
	readonly months: readonly string[];
	readonly weeks: readonly string[];
	/** Months that limits are made of; null before there are enough. */
	readonly baseline: Period | null;
	readonly sources: readonly { readonly source: string; readonly firstOn: string }[];
	/** Of a team, and where an agent is at that day. */
	readonly agencyOf: ReadonlyMap<string, string>;
	readonly teamOf: ReadonlyMap<string, string>;
}

/** A kind of signal: what it found, and what it looked at to find it. */
export interface Scanned {
	readonly found: readonly FoundSignal[];
	readonly comparisons: number;
	/** How many of the found chance alone would make. */
	readonly falseAlarms: number;
}
export type Scanner = (context: ScanContext) => Promise<Scanned>;

/** `fixed`: the baseline that was chosen before and holds until it is set anew. */
export async function readScanContext(
	deps: Pick<Deps, 'store' | 'packs'>,
	source: Source,
	{ origin, asOf, fixed }: { origin: Origin; asOf: string; fixed: Period | null }
): Promise<ScanContext> {
	const seen: Filter = { ...emptyFilter, origin, period: { from: '1900-01-01', to: asOf } };
	const [extent, contacts, sources, units] = await Promise.all([
		dataExtent(source, seen),
		exposureExtent(source, seen),
		sourceStarts(source, seen),
		readUnits(deps, asOf)
	]);
	const known = knownPeriod([extent.firstOn, contacts.firstOn], [extent.lastOn, contacts.lastOn], asOf);
	const complete = (grain: 'month' | 'week') =>
		known === null ? [] : periodKeys(known, grain).filter((key) => isComplete(key, known, asOf));
	const months = complete('month');
	const hasFixed = fixed !== null && fixed.to < asOf;
	return {
		deps,
		source,
		origin,
		asOf,
		months,
		weeks: complete('week'),
		baseline: hasFixed ? fixed : chooseBaseline(months),
		sources,
		...units
	};
}

/** Where both feedback and contacts are known; they may lag a few days behind the end of a month. */
function knownPeriod(
	firsts: readonly (string | null)[],
	lasts: readonly (string | null)[],
	asOf: string
): Period | null {
	const from = firsts.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b));
	const last = lasts.reduce((a, b) => (a === null || b === null ? null : a < b ? a : b));
	if (from === null || last === null) return null;
	const { lagDays } = scanRules;
	const reached = addDays(last, 1 + lagDays);
	const start = from <= addDays(addMonths(from, 0), lagDays) ? addMonths(from, 0) : from;
	const to = reached < asOf ? reached : asOf;
	return start < to ? { from: start, to } : null;
}

/** The first 24 complete months, or as many as leave the latest 6 to be judged; null with fewer than 12. */
export function chooseBaseline(months: readonly string[]): Period | null {
	const { fewest, most, judged } = scanRules.baseline;
	const length = Math.min(most, Math.max(fewest, months.length - judged));
	const first = months[0];
	if (first === undefined || months.length <= length) return null;
	return { from: `${first}-01`, to: addMonths(`${first}-01`, length) };
}

async function readUnits({ store }: Pick<Deps, 'store'>, asOf: string) {
	const teams = await store.db.selectFrom('team').select(['id', 'agencyId']).execute();
	const places = await store.db
		.selectFrom('membership')
		.select(['agentId', 'teamId'])
		.where('fromOn', '<', asOf)
		.orderBy('fromOn')
		.execute();
	return {
		agencyOf: new Map(teams.map(({ id, agencyId }) => [id, agencyId])),
		teamOf: new Map(places.map(({ agentId, teamId }) => [agentId, teamId]))
	};
}

/**
 * Restricts a comparison to sources that existed at its start: a new way in brings in what would not have been heard
 * before, and is not more harm. `leftOut` names the others.
 */
export function withinContext(
	{ sources, origin }: Pick<ScanContext, 'sources' | 'origin'>,
	period: Period
): { readonly filter: Filter; readonly leftOut: readonly string[] } {
	const from = addMonths(period.from, scanRules.context.graceMonths);
	const isYoung = ({ firstOn }: { firstOn: string }) => firstOn >= from;
	const leftOut = sources.filter(isYoung).map(({ source }) => source);
	const kept = sources.filter((one) => !isYoung(one)).map(({ source }) => source);
	return {
		filter: { ...emptyFilter, origin, period, source: leftOut.length > 0 ? kept : [] },
		leftOut
	};
}

/** Where a unit belongs, for who may see its signals. */
export function placeOf(
	{ agencyOf, teamOf }: Pick<ScanContext, 'agencyOf' | 'teamOf'>,
	unit: SignalUnit,
	unitId: string
): { readonly agencyId: string | null; readonly teamId: string | null } {
	if (unit === 'agency') return { agencyId: unitId, teamId: null };
	if (unit === 'whole' || unit === 'channel') return { agencyId: null, teamId: null };
	const teamId = unit === 'team' ? unitId : (teamOf.get(unitId) ?? null);
	return { teamId, agencyId: teamId === null ? null : (agencyOf.get(teamId) ?? null) };
}
