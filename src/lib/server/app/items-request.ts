import { exposure } from '#core/ingest/importers/exposure.ts';
import { jsonl } from '#core/ingest/importers/jsonl.ts';
import type { ItemsForm } from '#core/ingest/read-items.ts';
import type { ReceivedAnswer } from './api-answers.ts';
import type { ApiCaller } from './api-keys.ts';

/** What can be sent, and the importer whose columns its members are. */
export const itemKinds = { feedback: jsonl, exposure } as const;
export type ItemKind = keyof typeof itemKinds;

export interface ItemsInput {
	readonly kind: ItemKind;
	readonly caller: ApiCaller;
	readonly body: string;
	readonly form: ItemsForm;
	/** Store all items or none. */
	readonly isAtomic: boolean;
	readonly idempotencyKey: string | null;
}
export interface Received {
	readonly answer: ReceivedAnswer;
	/** Nothing was stored because every item had an issue, or one of them in a request that is all or nothing. */
	readonly isRefused: boolean;
	/** Answered before, under the same idempotency key. */
	readonly isReplayed: boolean;
}
