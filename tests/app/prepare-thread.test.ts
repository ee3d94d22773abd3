import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { FeedbackDraft } from '#core/domain/feedback.ts';
import { prepareFeedback } from '#server/app/prepare-feedback.ts';
import { createPreparer } from '#server/app/preparer.ts';
import { openTestDeps } from './deps.ts';

const texts = [
	'They call me every day at 13800001234 and threatened my mother.',
	'催收员一天打二十次电话，还骂人，我叫李明。',
	'Thank you, the lady was polite.',
	''
];
const drafts = texts.map((text, at): FeedbackDraft => ({
	kind: 'complaint',
	externalId: at % 2 === 0 ? `c-${at}` : null,
	receivedOn: '2026-07-01',
	eventOn: null,
	channel: 'phone',
	source: 'hotline',
	product: null,
	stage: 'M1',
	region: null,
	rating: null,
	text,
	borrowerRef: `loan ${at}`,
	agencyId: null,
	teamId: null,
	agentId: null,
	attribution: 'none',
	callId: null,
	eventAt: null,
	details: { state: 'CA' }
}));

it('a row is the same whichever thread prepares it', async () => {
	const deps = await openTestDeps({ inMemory: true });
	const rows = drafts.map((draft, at) => ({
		attributed: at === 1 ? { ...draft, teamId: 't' } : draft,
		mapped: draft
	}));
	const here = rows.map(({ attributed, mapped }) => prepareFeedback(deps, attributed, mapped));

	const workerData = { packsDir: deps.packsDir, pseudonymKey: deps.pseudonymKey };
	const thread = new Worker(resolve('src/lib/server/app/prepare-thread.ts'), { workerData });
	expect(await once(thread, 'message')).toEqual([deps.packs.version]);
	thread.postMessage(rows);
	expect(await once(thread, 'message')).toEqual([here]);
	await thread.terminate();

	const preparer = createPreparer(deps, { threads: 0 });
	expect(await preparer.prepare(rows)).toEqual(here);
	await preparer.close();
});

it('an import is told when a thread cannot read the rules', async () => {
	const deps = await openTestDeps({ inMemory: true });
	const missing = { ...deps, packsDir: resolve('no-such-folder') };
	const preparer = createPreparer(missing, { threads: 1, startAfterMs: 0 });
	const failure = (async () => {
		for (;;) {
			await preparer.prepare([{ attributed: drafts[0]!, mapped: drafts[0]! }]);
			await preparer.hasRoom();
		}
	})();
	await expect(failure).rejects.toThrow(/no-such-folder/);
	await preparer.close();
});
