import type { Actor } from '#core/domain/actor.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import type { Period } from '#core/domain/period.ts';
import type {
	CloseReason,
	Looked,
	SignalFigures,
	SignalKind,
	SignalState,
	SignalUnit
} from '#core/domain/signal.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { latestScan, type ScanRow } from '../storage/signal-scans.ts';
import { countSignalRows, listSignalRows, type SignalRow } from '../storage/signals.ts';
import type { Deps } from './deps.ts';
import { readNames } from './names.ts';
import type { ScanScope } from './scan-signals/scan.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

/** A signal as pages show it. */
export interface Signal {
	readonly id: number;
	readonly kind: SignalKind;
	readonly unit: SignalUnit;
	readonly unitId: string;
	readonly theme: string | null;
	readonly period: Period;
	/** Exactly the feedback that was counted. */
	readonly evidence: Filter;
	readonly figures: SignalFigures;
	readonly comparisons: number;
	readonly falseAlarms: number;
	readonly state: SignalState;
	readonly reason: CloseReason | null;
	/** 2 and more: the cause was closed before, and is back or worse. */
	readonly episode: number;
	readonly firstSeenAt: string;
	readonly lastSeenAt: string;
}

export function readSignal(row: SignalRow): Signal {
	const { id, kind, unit, unitId, theme, comparisons, falseAlarms, state, reason, episode } = row;
	const { firstSeenAt, lastSeenAt } = row;
	return {
		id: Number(id),
		kind,
		unit,
		unitId,
		theme,
		period: { from: row.periodFrom, to: row.periodTo },
		evidence: { ...emptyFilter, ...(JSON.parse(row.evidence) as Partial<Filter>) },
		figures: JSON.parse(row.figures) as SignalFigures,
		comparisons,
		falseAlarms,
		state,
		reason,
		episode,
		firstSeenAt,
		lastSeenAt
	};
}

export interface LastScan {
	readonly at: string;
	readonly asOf: string;
	readonly looked: Readonly<Record<SignalKind, Looked>>;
	readonly scope: ScanScope;
}

export function readScan(row: ScanRow | undefined): LastScan | null {
	return row
		? {
				at: row.at,
				asOf: row.asOf,
				looked: JSON.parse(row.looked) as LastScan['looked'],
				scope: JSON.parse(row.context) as ScanScope
			}
		: null;
}

export interface SignalsInput {
	/** Empty lists: no restriction. */
	readonly states: readonly SignalState[];
	readonly kinds: readonly SignalKind[];
	readonly units: readonly string[];
	readonly origin: Origin | 'all' | null;
}

const mostShown = 200;

/** The inbox: signals in the actor's scope, new ones first, with what there is to narrow them by, and the last scan. */
export const signals = verb('read', async (deps: Deps, actor: Actor, input: SignalsInput) => {
	const { context } = await openView(deps, actor, { ...emptyFilter, origin: input.origin });
	const { origin } = context;
	const [rows, counts, scan, names] = await Promise.all([
		listSignalRows(deps.store, actor.scope, { ...input, origin, limit: mostShown }),
		countSignalRows(deps.store, actor.scope, origin),
		latestScan(deps.store, origin),
		readNames(deps, actor.scope)
	]);
	const fits = (list: readonly string[], value: string) => list.length === 0 || list.includes(value);
	const total = counts
		.filter(
			({ state, kind, unit, unitId }) =>
				fits(input.states, state) && fits(input.kinds, kind) && fits(input.units, `${unit}:${unitId}`)
		)
		.reduce((sum, { count }) => sum + count, 0);
	return {
		context,
		names,
		signals: rows.map(readSignal),
		total,
		counts,
		scan: readScan(scan),
		timeZone: deps.timeZone
	};
});

const newestShown = 4;

/** For a panel and for the navigation: the newest signals nobody has looked at, and how many there are. */
export const newestSignals = verb('read', async (deps: Deps, actor: Actor, origin: Origin | 'all' | null) => {
	const { context } = await openView(deps, actor, { ...emptyFilter, origin });
	const [rows, counts] = await Promise.all([
		listSignalRows(deps.store, actor.scope, {
			origin: context.origin,
			states: ['new'],
			kinds: [],
			units: [],
			limit: newestShown
		}),
		countSignalRows(deps.store, actor.scope, context.origin)
	]);
	return {
		signals: rows.map(readSignal),
		names: await readNames(deps, actor.scope),
		count: counts.filter(({ state }) => state === 'new').reduce((sum, { count }) => sum + count, 0)
	};
});

/** Signals nobody has looked at, in the feedback that was scanned last: for the navigation of every page, so cheap. */
export const newSignalCount = verb(
	'read',
	async (deps: Deps, actor: Actor, _input: void): Promise<number> => {
		const scan = await latestScan(deps.store, 'all');
		if (!scan) return 0;
		const counts = await countSignalRows(deps.store, actor.scope, scan.origin);
		return counts.filter(({ state }) => state === 'new').reduce((sum, { count }) => sum + count, 0);
	}
);
