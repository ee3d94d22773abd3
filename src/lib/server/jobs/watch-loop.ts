import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { localAdministrator } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Deps } from '../app/deps.ts';
import { fileDropped } from '../app/file-dropped.ts';
import { importDropped, type Dropped } from '../app/import-dropped.ts';
import { createFolderWatch } from '../app/settled-files.ts';

export interface WatchInput {
	readonly dir: string;
	/** End when what is there has been imported. */
	readonly isOnce: boolean;
	/** End after the batch that is being stored. */
	readonly signal: AbortSignal;
	/** Told of each file once it lies in `done/` or `failed/`. */
	readonly onFiled: (dropped: Dropped, path: string) => void;
}

const pollMs = 500;

/** Imports what appears in a folder, one file after the other, in order of names. Throws `bad-file` for no folder. */
export async function watchFolder(deps: Deps, { dir, isOnce, signal, onFiled }: WatchInput): Promise<void> {
	const isFolder = await stat(dir).then(
		(found) => found.isDirectory(),
		() => false
	);
	if (!isFolder) throw new EarshotError('bad-file', `There is no folder “${dir}” to watch.`);
	const look = createFolderWatch(dir);
	while (!signal.aborted) {
		const { names, unsettled } = await look();
		for (const name of names) {
			if (signal.aborted) return;
			const dropped = await importDropped(deps, localAdministrator, { dir, name, signal });
			if (dropped) onFiled(dropped, await fileDropped(dir, dropped));
		}
		if (isOnce && unsettled === 0) return;
		await wait(pollMs, undefined, { signal }).catch(() => {});
	}
}
