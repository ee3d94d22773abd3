import type { Actor } from '#core/domain/actor.ts';
import { textSketcher } from '#core/text/sketch.ts';
import { answerRequest, claimRequest } from '../storage/api-requests.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { writeExposure } from '../storage/exposure-write.ts';
import { writeFeedback, type Outcome } from '../storage/feedback-write.ts';
import { addIssues, countImport, finishImport, startImport } from '../storage/imports.ts';
import type { ReceivedAnswer } from './api-answers.ts';
import type { Deps } from './deps.ts';
import { linkWindowOf } from './link-window.ts';
import { itemKinds, type ItemsInput, type Received } from './items-request.ts';
import type { Item } from './prepare-items.ts';

type Transaction = Parameters<Parameters<typeof inWrite>[1]>[0];
type Status = ReceivedAnswer['results'][number]['status'];
type Stored = Omit<Received, 'isReplayed'>;

interface StoreInput extends ItemsInput {
	readonly items: readonly Item[];
	readonly bodyHash: string;
}

/** Another process has done the same request meanwhile. */
export class RequestTaken extends Error {}

/** Databases allow some 32,000 parameters a statement. */
const batchSize = 500;

/** Stores the items, the import that stands for the request, and the answer, all or nothing of it. */
export async function storeItems(deps: Deps, actor: Actor, input: StoreInput): Promise<Stored> {
	const stored = await inWrite(deps.store, (trx) => storeIn(trx, deps, actor, input));
	const { import_id: importId, counts } = stored.answer;
	deps.log.info({ importId, actorId: actor.id, ...counts }, 'items received');
	return stored;
}

async function storeIn(trx: Transaction, deps: Deps, actor: Actor, input: StoreInput): Promise<Stored> {
	const { items, idempotencyKey, caller, bodyHash } = input;
	const at = deps.now().toISOString();
	const request = idempotencyKey === null ? null : { apiKeyId: caller.keyId, idempotencyKey };
	if (request && !(await claimRequest(trx, { ...request, requestHash: bodyHash, receivedAt: at })))
		throw new RequestTaken();
	const rejected = items.filter(({ issues }) => issues.length > 0);
	const isKept = !(input.isAtomic && rejected.length > 0);
	const importId = await startImport({ db: trx }, importOf(input, actor, at));
	const outcomes = isKept ? await write(trx, deps, { ...input, importId, at }) : [];
	const isRefused = !isKept || rejected.length === items.length;
	const answer = answerOf(importId, input, outcomes);
	const { read, stored, updated, unchanged, rejected: issues } = answer.counts;
	await addIssues(
		trx,
		importId,
		rejected.flatMap((item) => item.issues)
	);
	await countImport(trx, importId, { read, stored, updated, unchanged, issues }, at);
	await finishImport({ db: trx }, importId, {
		status: isKept ? 'done' : 'refused',
		finishedAt: at,
		failure: null
	});
	if (request)
		await answerRequest(trx, request, {
			importId,
			status: isRefused ? 422 : stored + updated > 0 ? 201 : 200,
			answer: JSON.stringify({ answer, isRefused })
		});
	return { answer, isRefused };
}

function importOf({ kind, caller, body, items, bodyHash, isAtomic }: StoreInput, actor: Actor, at: string) {
	return {
		importer: itemKinds[kind].id,
		fileName: caller.system,
		fileHash: bodyHash,
		fileSize: Buffer.byteLength(body),
		rowTotal: items.length,
		actorId: actor.id,
		origin: 'imported' as const,
		options: JSON.stringify(isAtomic ? { allOrNothing: true } : {}),
		startedAt: at
	};
}

/** What became of each item that has no issue, in their order. */
async function write(
	trx: Transaction,
	deps: Deps,
	{ items, caller, importId, at }: StoreInput & { readonly importId: number; readonly at: string }
): Promise<readonly Outcome[]> {
	const outcomes: Outcome[] = [];
	const context = {
		importId,
		origin: 'imported' as const,
		recordedAt: at,
		onOutcome: (outcome: Outcome) => void outcomes.push(outcome)
	};
	const feedback = items.flatMap((item) => item.feedback ?? []);
	for (let from = 0; from < feedback.length; from += batchSize)
		await writeFeedback(trx, feedback.slice(from, from + batchSize), {
			...context,
			sourceSystem: caller.system,
			packVersion: deps.packs.version,
			sketcher: textSketcher,
			linkWindow: await linkWindowOf({ db: trx })
		});
	const days = items.flatMap((item) => item.exposure ?? []);
	for (let from = 0; from < days.length; from += batchSize)
		await writeExposure(trx, days.slice(from, from + batchSize), context);
	return outcomes;
}

function answerOf(
	importId: number,
	{ items, kind }: StoreInput,
	outcomes: readonly Outcome[]
): ReceivedAnswer {
	const counts = { read: items.length, stored: 0, updated: 0, unchanged: 0, rejected: 0 };
	let taken = 0;
	const results = items.map(({ issues }, index) => {
		const status: Status = issues.length > 0 ? 'rejected' : (outcomes[taken++] ?? 'unchanged');
		counts[status]++;
		return {
			index,
			status,
			issues: issues.map(({ column, code, message, value }) => ({ field: column, code, message, value }))
		};
	});
	return { import_id: importId, counts, results, ignored_fields: ignoredFields(items, kind) };
}

const mostNames = 20;

/** Names that are ours or look like a name at all: a member may hold anything in its place. */
function ignoredFields(items: readonly Item[], kind: StoreInput['kind']): string[] {
	const known = new Set(itemKinds[kind].columns.map(({ name }) => name));
	const names = new Set(items.flatMap((item) => item.names).filter((name) => !known.has(name)));
	return [...names]
		.filter((name) => /^[A-Za-z_][\w.-]{0,39}$/.test(name) && !/\d{5}/.test(name))
		.slice(0, mostNames);
}
