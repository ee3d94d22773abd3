import { parentPort, workerData } from 'node:worker_threads';
import { localAdministrator } from '#core/domain/actor.ts';
import type { Config } from '../app/config.ts';
import { deliver } from '../app/delivery/deliver.ts';
import { openDeps } from '../app/deps.ts';
import { openTagger } from '../app/open-tagger.ts';
import { openLog } from '../app/log.ts';

interface ThreadInput {
	readonly config: Config;
	readonly logLevel: string;
}

/** One round of mail in a thread of its own, with its own copy of the facts: the server has their file open. */
async function work({ config, logLevel }: ThreadInput): Promise<void> {
	const deps = await openDeps(config, openLog(logLevel), {
		ownFacts: true,
		tagging: openTagger(config.packsDir, { compilesLater: true })
	});
	try {
		await deliver(deps, localAdministrator, undefined);
	} finally {
		await deps.close();
	}
}

if (parentPort) await work(workerData as ThreadInput);
