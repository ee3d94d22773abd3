import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { filesInUse } from '../storage/import-jobs.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

export interface UploadInput {
	/** As the client calls it; made safe here. */
	readonly name: string;
	readonly content: AsyncIterable<Uint8Array>;
}
export interface Upload {
	readonly id: string;
	readonly name: string;
	readonly path: string;
}

const idForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const longestName = 60;
const keptMs = 24 * 3_600_000;

/**
 * Keeps an uploaded file in the data folder until it is imported, and gives its id (a UUID). Nothing of it is in the
 * store yet. Uploads older than a day that no import needs are removed.
 */
export const keepUpload = verb(
	'import',
	async (deps: Deps, _actor: Actor, { name, content }: UploadInput): Promise<string> => {
		await removeStale(deps);
		const id = randomUUID();
		const folder = join(uploadsOf(deps), id);
		await mkdir(folder, { recursive: true, mode: 0o700 });
		try {
			await pipeline(content, createWriteStream(join(folder, safeName(name)), { mode: 0o600 }));
		} catch (error) {
			await rm(folder, { recursive: true, force: true });
			throw error;
		}
		return id;
	}
);

/** Where an upload lies. Throws `not-found` for an id that is none, or whose file has been imported or removed. */
export async function findUpload(deps: Pick<Deps, 'dataDir'>, id: string): Promise<Upload> {
	const gone = () =>
		new EarshotError(
			'not-found',
			'This upload is no longer kept: choose the file again on the Imports page.'
		);
	if (!idForm.test(id)) throw gone();
	const folder = join(uploadsOf(deps), id);
	const [name] = await readdir(folder).catch(() => []);
	if (name === undefined) throw gone();
	return { id, name, path: join(folder, name) };
}

/** The client's name as one inside a folder: its end, because of what `.gz` means. */
export function safeName(name: string): string {
	const last = basename(name.replaceAll('\\', '/'))
		.replaceAll(/\p{Cc}/gu, '')
		.slice(-longestName);
	return /^[.\s]*$/.test(last) ? 'upload' : last;
}

function uploadsOf({ dataDir }: Pick<Deps, 'dataDir'>): string {
	return join(dataDir, 'uploads');
}

async function removeStale(deps: Deps): Promise<void> {
	const inUse = await filesInUse(deps.store);
	for (const id of await readdir(uploadsOf(deps)).catch(() => [])) {
		const folder = join(uploadsOf(deps), id);
		const age = deps.now().getTime() - (await stat(folder)).mtimeMs;
		if (age > keptMs && !inUse.some((path) => path.startsWith(folder + sep)))
			await rm(folder, { recursive: true, force: true });
	}
}
