import type { Actor } from '#core/domain/actor.ts';
import type { FoundSignal, SignalFigures } from '#core/domain/signal.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { isNewAgain } from '#core/stats/scan/is-new-again.ts';
import type { inWrite } from '../../storage/change-sequence.ts';
import {
	addSignalEvent,
	insertSignal,
	latestOfCauses,
	updateSignal,
	type SignalRow
} from '../../storage/signals.ts';
import type { Findings } from './find-signals.ts';

type Transaction = Parameters<Parameters<typeof inWrite>[1]>[0];

export interface KeptCounts {
	readonly added: number;
	readonly updated: number;
	/** Found, and known as it is: open and unchanged, or closed. */
	readonly known: number;
}

interface Context {
	readonly actor: Actor;
	readonly origin: Origin;
	readonly asOf: string;
	/** Instant. */
	readonly at: string;
}

/**
 * Keeps what a scan found: a cause that is open gets the new figures; one that is closed stays so, unless it is new
 * again; all others are new signals. So the same cause is never listed twice, whatever is scanned how often.
 */
export async function keepFound(
	trx: Transaction,
	{ found, looked }: Findings,
	context: Context
): Promise<KeptCounts> {
	const counts = { added: 0, updated: 0, known: 0 };
	const latest = await latestOfCauses(
		trx,
		context.origin,
		found.map(({ causeKey }) => causeKey)
	);
	for (const signal of found) {
		const { comparisons, falseAlarms } = looked[signal.kind];
		const row = { ...rowOf(signal, context), comparisons, falseAlarms };
		const known = latest.get(signal.causeKey);
		if (!known || (known.state === 'closed' && isAgain(known, signal, context.asOf))) {
			await add(trx, { ...row, episode: (known?.episode ?? 0) + 1 }, context);
			counts.added++;
		} else if (known.state === 'closed') {
			// What it was closed with stays; that it is still seen is what quiet is measured by.
			await updateSignal(trx, known.id, { lastSeenAt: context.at, seenAsOf: context.asOf });
			counts.known++;
		} else {
			const isChanged = known.figures !== row.figures || known.periodTo !== row.periodTo;
			await updateSignal(trx, known.id, row);
			if (isChanged) await addSignalEvent(trx, eventOf(known.id, 'updated', row.figures, context));
			counts[isChanged ? 'updated' : 'known']++;
		}
	}
	return counts;
}

function isAgain({ figures, seenAsOf }: SignalRow, found: FoundSignal, asOf: string): boolean {
	return isNewAgain({ figures: JSON.parse(figures) as SignalFigures, seenAsOf }, found.figures, asOf);
}

function rowOf(
	{ kind, causeKey, unit, unitId, theme, agencyId, teamId, period, evidence, figures }: FoundSignal,
	{ origin, at, asOf }: Context
) {
	return {
		origin,
		kind,
		causeKey,
		unit,
		unitId,
		theme,
		agencyId,
		teamId,
		periodFrom: period.from,
		periodTo: period.to,
		evidence: JSON.stringify(evidence),
		figures: JSON.stringify(figures),
		lastSeenAt: at,
		seenAsOf: asOf
	};
}

async function add(
	trx: Transaction,
	row: ReturnType<typeof rowOf> & { episode: number; comparisons: number; falseAlarms: number },
	context: Context
): Promise<void> {
	const id = await insertSignal(trx, { ...row, state: 'new', reason: null, firstSeenAt: context.at });
	await addSignalEvent(trx, eventOf(id, 'found', row.figures, context));
}

function eventOf(signalId: number, kind: 'found' | 'updated', figures: string, { actor, at }: Context) {
	return { signalId, kind, at, actorId: actor.id, actorName: actor.name, reason: null, note: '', figures };
}
