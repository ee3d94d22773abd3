import type { Actor } from '#core/domain/actor.ts';
import { isAllowed } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import { listFeedback } from '../storage/feedback-list.ts';
import { baselineOf, latestScan } from '../storage/signal-scans.ts';
import { eventsOfSignal, getSignalRow, relatedSignals } from '../storage/signals.ts';
import type { Deps } from './deps.ts';
import { readNames, type Names } from './names.ts';
import { chartOfSignal } from './signal-charts.ts';
import type { SignalFunnel } from './signal-funnel.ts';
import { readScan, readSignal } from './signals.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

const evidenceShown = 8;

/**
 * One signal with all that a person needs to judge it: the chart it comes from, the feedback it counts, what was done
 * about it. Throws `not-found` also when it is outside the actor's scope.
 */
export const signalView = verb('read', async (deps: Deps, actor: Actor, id: number) => {
	const row = await getSignalRow(deps.store, actor.scope, id);
	if (!row) throw new EarshotError('not-found', `There is no signal ${id} here.`);
	const signal = readSignal(row);
	const { source, context } = await openView(deps, actor, { ...emptyFilter, origin: row.origin });
	const [names, chart, counted, evidence, events, related, scan, baseline] = await Promise.all([
		readNames(deps, actor.scope),
		chartOfSignal(deps, source, signal, row.origin),
		countFeedback(source, signal.evidence),
		listFeedback(deps.store, actor.scope, signal.evidence, {
			sort: 'urgent',
			after: null,
			limit: evidenceShown
		}),
		eventsOfSignal(deps.store, id),
		relatedSignals(deps.store, actor.scope, row),
		latestScan(deps.store, row.origin),
		baselineOf(deps.store, row.origin)
	]);
	const lastScan = readScan(scan);
	return {
		context,
		names,
		signal,
		chart: chart?.of === 'funnel' ? within(chart, names) : chart,
		/** What the link lists today; another number than in the figures where the data changed since. */
		count: counted.feedback,
		evidence,
		events: events.map(({ id: eventId, kind, at, actorName, reason, note }) => ({
			id: Number(eventId),
			kind,
			at,
			actorName,
			reason,
			note
		})),
		related: related.map(readSignal),
		/** Did the last scan find it too? A single case stays what it is. */
		isSeenNow: signal.kind === 'critical' || (lastScan !== null && lastScan.at <= signal.lastSeenAt),
		baseline: baseline
			? {
					period: { from: baseline.fromOn, to: baseline.toOn },
					setAt: baseline.setAt,
					reason: baseline.reason
				}
			: null,
		mayReview: isAllowed(actor, 'review'),
		timeZone: deps.timeZone
	};
});

/** Names of units outside the actor's scope are not told; the limits are those of all. */
function within(funnel: SignalFunnel, names: Names): SignalFunnel {
	const known = { agency: names.agencies, team: names.teams, agent: names.agents }[funnel.kind];
	const ids = new Set(known.map(({ id }) => id));
	return { ...funnel, units: funnel.units.filter(({ unit }) => ids.has(unit)) };
}

export type SignalPage = Awaited<ReturnType<typeof signalView>>;
