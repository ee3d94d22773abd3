import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '#core/domain/actor.ts';
import type { ImportOptions } from '#core/domain/import.ts';
import { unfinishedImportOf } from '../storage/import-jobs.ts';
import { startImport } from '../storage/imports.ts';
import type { Deps } from './deps.ts';
import { isLeftBehind } from './import-worker-name.ts';
import { openSource } from './open-source.ts';
import { verb } from './verb.ts';

export interface QueueInput {
	readonly path: string;
	/** The name to show where it is not the path's last part. */
	readonly name?: string;
	/** Id of an importer; without it the header decides. */
	readonly importerId?: string;
	readonly options?: ImportOptions;
	/** Known from a dry run. */
	readonly rowTotal?: number;
}

/**
 * Writes an import down for a worker to do, and gives its id. Nothing else is stored yet. An import of the same content
 * in the same way that a process left behind when it was killed is taken up again instead. Throws `bad-file` when the
 * file cannot be read or no importer fits.
 */
export const queueImport = verb(
	'import',
	async (deps: Deps, actor: Actor, input: QueueInput): Promise<number> => {
		const { file, importer } = await openSource(deps, input.path, input);
		const fileHash = await hashOf(input.path);
		const options = JSON.stringify(input.options ?? {});
		const left = await unfinishedImportOf(deps.store, { fileHash, importer: importer.id, options });
		if (left && isLeftBehind(left, deps.now())) return left.id;
		return startImport(deps.store, {
			importer: importer.id,
			fileName: input.name ?? file.name,
			fileHash,
			filePath: resolve(input.path),
			fileSize: (await stat(input.path)).size,
			rowTotal: input.rowTotal ?? null,
			actorId: actor.id,
			origin: 'imported',
			status: 'waiting',
			options,
			startedAt: deps.now().toISOString()
		});
	},
	(_input, importId) => ({ action: 'import', kind: 'import', id: String(importId) })
);

export async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}
