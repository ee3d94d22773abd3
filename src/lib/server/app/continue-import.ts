import { access } from 'node:fs/promises';
import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { ImportStatus } from '#core/domain/import.ts';
import { putBackInQueue } from '../storage/import-jobs.ts';
import { getImport } from '../storage/imports.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

export const continuable: readonly ImportStatus[] = ['failed', 'cancelled'];

/**
 * Has a worker go on with a failed or cancelled import, from the row after the last stored one. Throws `not-found`;
 * `bad-input` in any other state; `bad-file` when its file is gone.
 */
export const continueImport = verb(
	'import',
	async (deps: Deps, _actor: Actor, importId: number): Promise<void> => {
		const row = await getImport(deps.store, importId);
		if (!row) throw new EarshotError('not-found', `There is no import ${importId}.`);
		const isKept = row.filePath !== null && (await isThere(row.filePath));
		if (continuable.includes(row.status) && !isKept)
			throw new EarshotError(
				'bad-file',
				`The file of import ${importId} is gone: import it again, which stores nothing twice.`
			);
		if (!continuable.includes(row.status) || !(await putBackInQueue(deps.store, importId, row)))
			throw new EarshotError('bad-input', `Import ${importId} was not broken off.`);
	}
);

async function isThere(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false
	);
}
