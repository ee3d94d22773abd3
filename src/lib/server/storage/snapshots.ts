import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Transaction } from 'kysely';
import type { Store } from './connect.ts';
import type { Schema } from './schema.ts';

/**
 * `data`: what the report says, counted · `annex`: its list of feedback · `facts`: the rows behind it · `signed`: the
 * documents as they were signed · `manifest`: the hashes that were signed.
 */
export const snapshotParts = ['data', 'annex', 'facts', 'signed', 'manifest'] as const;
export type SnapshotPart = (typeof snapshotParts)[number];

export function sha256(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}

/** Keeps a part of a version, instead of what it was before. */
export async function putSnapshot(
	trx: Transaction<Schema>,
	versionId: number,
	part: SnapshotPart,
	content: string
): Promise<void> {
	const bytes = Buffer.from(content);
	const kept = { sha256: sha256(bytes), size: bytes.length, gzip: gzipSync(bytes) };
	await trx
		.insertInto('snapshot')
		.values({ versionId, part, ...kept })
		.onConflict((conflict) => conflict.columns(['versionId', 'part']).doUpdateSet(kept))
		.execute();
}

export interface SnapshotHash {
	readonly part: string;
	readonly sha256: string;
	readonly size: number;
}

export async function listSnapshots(
	{ db }: Pick<Store, 'db'>,
	versionId: number
): Promise<readonly SnapshotHash[]> {
	return db
		.selectFrom('snapshot')
		.select(['part', 'sha256', 'size'])
		.where('versionId', '=', versionId)
		.orderBy('part')
		.execute();
}

/** A part as it was kept; undefined where there is none. Throws where it is not what its hash says. */
export async function readSnapshot(
	{ db }: Pick<Store, 'db'>,
	versionId: number,
	part: SnapshotPart
): Promise<string | undefined> {
	const row = await db
		.selectFrom('snapshot')
		.select(['sha256', 'gzip'])
		.where('versionId', '=', versionId)
		.where('part', '=', part)
		.executeTakeFirst();
	if (!row) return undefined;
	const bytes = gunzipSync(row.gzip);
	if (sha256(bytes) !== row.sha256)
		throw new Error(`The ${part} of report version ${versionId} is not what was frozen: its hash differs.`);
	return bytes.toString();
}
