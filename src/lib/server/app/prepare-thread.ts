import { parentPort, workerData } from 'node:worker_threads';
import type { AttributedRow } from './attributed-rows.ts';
import { openTagger } from './open-tagger.ts';
import { prepareFeedback } from './prepare-feedback.ts';

/** What a preparer hands to a thread. */
export interface PrepareThreadInput {
	readonly packsDir: string;
	readonly pseudonymKey: Uint8Array;
}

/** Says the version of its rules once it has read them, and from then on answers rows with what is to be stored of them. */
async function work({ packsDir, pseudonymKey }: PrepareThreadInput): Promise<void> {
	const { tagger, emergencyThemes, packs } = await openTagger(packsDir, { compilesLater: true });
	const deps = { tagger, emergencyThemes, pseudonymKey: Buffer.from(pseudonymKey) };
	parentPort?.on('message', (rows: readonly AttributedRow[]) =>
		parentPort?.postMessage(rows.map(({ attributed, mapped }) => prepareFeedback(deps, attributed, mapped)))
	);
	parentPort?.postMessage(packs.version);
}

if (parentPort) await work(workerData as PrepareThreadInput);
