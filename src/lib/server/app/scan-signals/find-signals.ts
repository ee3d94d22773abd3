import { signalKinds, type FoundSignal, type Looked, type SignalKind } from '#core/domain/signal.ts';
import { scanners } from './registry.ts';
import type { ScanContext } from './scan-context.ts';

export interface Findings {
	readonly found: readonly FoundSignal[];
	readonly looked: Readonly<Record<SignalKind, Looked>>;
}

/** Looks for every kind of signal; stores nothing. */
export async function findSignals(context: ScanContext): Promise<Findings> {
	const scans = [];
	for (const kind of signalKinds) scans.push({ kind, ...(await scanners[kind](context)) });
	return {
		found: scans.flatMap(({ found }) => found),
		looked: Object.fromEntries(
			scans.map(({ kind, found, comparisons, falseAlarms }) => [
				kind,
				{ comparisons, falseAlarms, found: found.length }
			])
		) as Record<SignalKind, Looked>
	};
}
