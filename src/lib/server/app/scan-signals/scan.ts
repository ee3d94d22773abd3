import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { dayIn, isDay, type Period } from '#core/domain/period.ts';
import type { SignalKind, Looked } from '#core/domain/signal.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { countByOrigin } from '../../facts/questions/count-by-origin.ts';
import { inWrite } from '../../storage/change-sequence.ts';
import { addBaseline, addScan, baselineOf } from '../../storage/signal-scans.ts';
import type { Deps } from '../deps.ts';
import { verb } from '../verb.ts';
import { findSignals } from './find-signals.ts';
import { keepFound, type KeptCounts } from './keep-found.ts';
import { readScanContext, withinContext, type ScanContext } from './scan-context.ts';

export interface ScanInput {
	/** Looks as if it were this day; today unless told. */
	readonly asOf?: string;
}

/** What a scan was made of; kept with it and shown beside the signals. */
export interface ScanScope {
	readonly baseline: Period | null;
	/** Complete months that were looked at. */
	readonly months: number;
	readonly latestMonth: string | null;
	readonly latestWeek: string | null;
	/** Sources that are younger than the baseline, and left out of rates over time. */
	readonly leftOut: readonly string[];
}
export interface ScanResult extends KeptCounts {
	readonly origin: Origin;
	readonly asOf: string;
	readonly looked: Readonly<Record<SignalKind, Looked>>;
	readonly scope: ScanScope;
	readonly durationMs: number;
}

const firstBaseline = 'chosen by the first scan';

/**
 * Looks for signals in the feedback that pages show (imported where there is any, else simulated) and keeps them. The
 * baseline is chosen once and then holds until it is set anew.
 */
export const scanSignals = verb(
	'review',
	async (deps: Deps, actor: Actor, { asOf: wanted }: ScanInput): Promise<ScanResult> => {
		const startedAt = performance.now();
		if (wanted !== undefined && !isDay(wanted))
			throw new EarshotError('bad-input', `“${wanted.slice(0, 20)}” is not a day. Write 2026-10-05.`);
		const source = await deps.facts.upToDate(null);
		const origin = (await countByOrigin(source)).imported > 0 ? 'imported' : 'simulated';
		const asOf = wanted ?? dayIn(deps.timeZone, deps.now());
		const kept = await baselineOf(deps.store, origin);
		const fixed = kept ? { from: kept.fromOn, to: kept.toOn } : null;
		const context = await readScanContext(deps, source, { origin, asOf, fixed });
		const findings = await findSignals(context);
		const at = deps.now().toISOString();
		const durationMs = Math.round(performance.now() - startedAt);
		const scope = scopeOf(context);
		const counts = await inWrite(deps.store, async (trx) => {
			if (!kept && context.baseline)
				await addBaseline(trx, {
					origin,
					fromOn: context.baseline.from,
					toOn: context.baseline.to,
					setAt: at,
					actorId: actor.id,
					actorName: actor.name,
					reason: firstBaseline
				});
			await addScan(trx, {
				origin,
				at,
				asOf,
				changeSeq: source.version,
				looked: JSON.stringify(findings.looked),
				context: JSON.stringify(scope),
				durationMs
			});
			return keepFound(trx, findings, { actor, origin, asOf, at });
		});
		deps.log.info({ origin, asOf, durationMs, ...counts }, 'signals scanned');
		return { ...counts, origin, asOf, looked: findings.looked, scope, durationMs };
	}
);

function scopeOf(context: ScanContext): ScanScope {
	const { baseline, months, weeks } = context;
	return {
		baseline,
		months: months.length,
		latestMonth: months.at(-1) ?? null,
		latestWeek: weeks.at(-1) ?? null,
		leftOut: baseline ? withinContext(context, baseline).leftOut : []
	};
}
