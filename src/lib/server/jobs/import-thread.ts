import { parentPort, workerData } from 'node:worker_threads';
import { localAdministrator } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Config } from '../app/config.ts';
import { openDeps } from '../app/deps.ts';
import type { ImportTask } from '../app/import-queue.ts';
import { openLog } from '../app/log.ts';
import { openTagger } from '../app/open-tagger.ts';
import { finishRollBack } from '../app/roll-back-import.ts';
import { runImport } from '../app/run-import.ts';
import { yieldToPages } from '../app/yield-to-pages.ts';

/** What the loop hands to a thread. */
export interface ThreadInput {
	readonly config: Config;
	readonly task: ImportTask;
	readonly logLevel: string;
}

/** One import or rolling back in a thread of its own, with its own connection to the store; its end is written there. */
async function work({ config, task: { importId, kind }, logLevel }: ThreadInput): Promise<void> {
	const tagging = openTagger(config.packsDir, { compilesLater: true });
	const deps = await openDeps(config, openLog(logLevel), { tagging });
	try {
		if (kind === 'roll-back') await finishRollBack(deps, localAdministrator, importId);
		else await runImport(deps, localAdministrator, { importId });
	} catch (error) {
		// Kept with the import, where its user reads it.
		if (!(error instanceof EarshotError)) throw error;
	} finally {
		await deps.close();
	}
}

if (parentPort) {
	yieldToPages();
	await work(workerData as ThreadInput);
}
