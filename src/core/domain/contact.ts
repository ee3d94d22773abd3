import type { Channel, Outcome, Stage } from './vocabulary.ts';

/** One row of a contact log: an attempt of a collector to reach a borrower; its account is still raw. */
export interface ContactDraft {
	/** As {@link import('#core/ingest/clock-times.ts').readClockTime} gives it: with a zone, or on the tenant's clock. */
	readonly at: string;
	readonly account: string | null;
	readonly teamId: string | null;
	readonly agentId: string | null;
	readonly channel: Channel;
	readonly outcome: Outcome;
	/** Seconds. */
	readonly duration: number | null;
	readonly callId: string | null;
	readonly stage: Stage | null;
	readonly product: string | null;
}

/**
 * Outcomes in which the borrower, or somebody in their place, was reached: answered, declined to talk, or delivered. A
 * wrong number is an answer too, but of nobody that has to do with the debt.
 */
export const connectedOutcomes: readonly Outcome[] = ['connected', 'refused', 'delivered'];

/** Calls that rang out, met a busy line or a mailbox. */
export const unansweredOutcomes: readonly Outcome[] = ['no_answer', 'busy', 'left_message'];
