import type { Generated } from 'kysely';
import type {
	CloseReason,
	SignalEventKind,
	SignalKind,
	SignalState,
	SignalUnit
} from '#core/domain/signal.ts';
import type { Origin } from '#core/domain/vocabulary.ts';

/** The tables of signals, as the rest of the store's are in `schema.ts`. */
export interface SignalSchema {
	signal: SignalTable;
	signalEvent: {
		id: Generated<number>;
		signalId: number;
		kind: SignalEventKind;
		at: string;
		actorId: string;
		actorName: string;
		reason: CloseReason | null;
		note: string;
		/** JSON of the figures at that time, where a scan wrote it. */
		figures: string | null;
	};
	/** Months that limits are made of; the newest row of an origin holds. */
	signalBaseline: {
		id: Generated<number>;
		origin: Origin;
		fromOn: string;
		/** Exclusive. */
		toOn: string;
		setAt: string;
		actorId: string;
		actorName: string;
		reason: string;
	};
	signalScan: {
		id: Generated<number>;
		origin: Origin;
		at: string;
		/** Day as of which it looked. */
		asOf: string;
		/** The store's newest change it knew. */
		changeSeq: number;
		/** JSON: what each kind looked at. */
		looked: string;
		/** JSON: what was compared with what. */
		context: string;
		durationMs: number;
	};
}

export interface SignalTable {
	id: Generated<number>;
	origin: Origin;
	kind: SignalKind;
	causeKey: string;
	/** 1, and one more each time a closed cause is a new signal again. */
	episode: number;
	unit: SignalUnit;
	unitId: string;
	theme: string | null;
	agencyId: string | null;
	teamId: string | null;
	periodFrom: string;
	/** Exclusive. */
	periodTo: string;
	/** JSON of a partial filter: exactly the feedback that was counted. */
	evidence: string;
	/** JSON of {@link import('#core/domain/signal.ts').SignalFigures}; of a closed signal those it was closed with. */
	figures: string;
	/** Of its kind, in the scan that found it last. */
	comparisons: number;
	falseAlarms: number;
	state: SignalState;
	reason: CloseReason | null;
	firstSeenAt: string;
	lastSeenAt: string;
	/** Day as of which it was found last. */
	seenAsOf: string;
}
