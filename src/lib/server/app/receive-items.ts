import { createHash } from 'node:crypto';
import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { RowIssue } from '#core/domain/import.ts';
import { readItems } from '#core/ingest/read-items.ts';
import { maskValue } from '#core/ingest/row.ts';
import { findRequest, type RequestId } from '../storage/api-requests.ts';
import type { Deps } from './deps.ts';
import type { ItemsInput, Received } from './items-request.ts';
import { prepareItems, type Item } from './prepare-items.ts';
import { pseudonymOf } from './pseudonym.ts';
import { RequestTaken, storeItems } from './store-items.ts';
import { verb } from './verb.ts';

/** As many items a request may have; larger amounts are sent as a file. */
export const mostItems = 1_000;

/** A request that is refused as a whole because of some of its items; nothing of it is kept. */
export class ItemsError extends EarshotError {
	readonly issues: readonly RowIssue[];
	constructor(code: 'forbidden' | 'bad-items', message: string, issues: readonly RowIssue[] = []) {
		super(code, message);
		this.issues = issues;
	}
}

/** Requests under way in this process, by key and idempotency key. */
const underWay = new Set<string>();

/**
 * Stores what a program sends, in one transaction, on the way that files go: masked, tagged, as an import of its own. Ids
 * are those of the sending system. Throws `bad-items` for a body that is no list of items or an idempotency key that another
 * body has used, `too-large`, `forbidden` for items of other agencies, `busy` while the same request is under way.
 */
export const receiveItems = verb(
	'import',
	async (deps: Deps, actor: Actor, input: ItemsInput): Promise<Received> => {
		const bodyHash = bodyHashOf(deps, input);
		const store = async () => {
			const items = await prepareItems(deps, input.kind, readBody(input), actor.scope);
			checkScope(items, actor);
			return storeItems(deps, actor, { ...input, items, bodyHash });
		};
		if (input.idempotencyKey === null) return { ...(await store()), isReplayed: false };
		const request = { apiKeyId: input.caller.keyId, idempotencyKey: input.idempotencyKey };
		const mark = JSON.stringify(request);
		if (underWay.has(mark))
			throw new EarshotError('busy', 'A request with this idempotency key is under way: ask again later.');
		underWay.add(mark);
		try {
			return (await replayOf(deps, request, bodyHash)) ?? { ...(await store()), isReplayed: false };
		} catch (error) {
			const replay = error instanceof RequestTaken && (await replayOf(deps, request, bodyHash));
			if (replay) return replay;
			throw error;
		} finally {
			underWay.delete(mark);
		}
	},
	(_input, { answer, isReplayed, isRefused }) =>
		isReplayed || isRefused ? null : { action: 'import', kind: 'import', id: String(answer.import_id) }
);

async function replayOf({ store }: Deps, request: RequestId, bodyHash: string): Promise<Received | null> {
	const known = await findRequest(store, request);
	if (!known || known.answer === null) return null;
	if (known.requestHash !== bodyHash)
		throw new ItemsError('bad-items', 'This idempotency key was used for another request: choose a new one.');
	const { answer, isRefused } = JSON.parse(known.answer) as Omit<Received, 'isReplayed'>;
	return { answer, isRefused, isReplayed: true };
}

function readBody({ body, form }: ItemsInput) {
	const rows = readItems(body, form);
	if (rows === null)
		throw new ItemsError('bad-items', 'The body is not JSON: send an object, an array or {"items": […]}.');
	if (rows.length === 0) throw new ItemsError('bad-items', 'There are no items in the body.');
	if (rows.length > mostItems)
		throw new EarshotError(
			'too-large',
			`More than ${mostItems} items: send several requests, or import a file.`
		);
	return rows;
}

/** A key of some agencies writes nothing about others; what it sends has to say whom it is about. */
function checkScope(items: readonly Item[], { scope }: Actor): void {
	if (scope === null) return;
	const outside = items.flatMap((item, at): RowIssue[] => {
		if (item.issues.length > 0 || scope.agencyIds.includes(item.agencyId ?? '')) return [];
		const message = 'This key is for other agencies.';
		const value = item.agencyId === null ? null : maskValue(item.agencyId);
		return [{ line: at + 1, column: 'agency_id', code: 'conflict', message, value }];
	});
	if (outside.length > 0)
		throw new ItemsError('forbidden', 'Some items are not of an agency that this key is for.', outside);
}

/** Keyed: with a plain hash, whoever has the database could try short texts out. */
function bodyHashOf({ pseudonymKey }: Deps, { kind, form, isAtomic, body }: ItemsInput): string {
	const hash = createHash('sha256')
		.update(JSON.stringify([kind, form, isAtomic]))
		.update(body)
		.digest('hex');
	return pseudonymOf(pseudonymKey, hash);
}
