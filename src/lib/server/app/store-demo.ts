import { textSketcher } from '#core/text/sketch.ts';
import type { Actor } from '#core/domain/actor.ts';
import type { Annotation } from '#core/domain/annotation.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { ContactDraft } from '#core/domain/contact.ts';
import type { FeedbackDraft } from '#core/domain/feedback.ts';
import type { Exposure, Organisation } from '#core/domain/organisation.ts';
import { insertAnnotation } from '../storage/annotations.ts';
import type { RuleChoice } from '#core/domain/rule-choice.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { linkWindowOf } from './link-window.ts';
import { writeExposure } from '../storage/exposure-write.ts';
import { writeFeedback } from '../storage/feedback-write.ts';
import { countImport, finishImport, startImport } from '../storage/imports.ts';
import { writeOrganisation } from '../storage/organisation.ts';
import type { Deps } from './deps.ts';
import { createContactPlacer } from './import-contacts.ts';
import { contactDaysOf } from '../storage/contact-exposure.ts';
import { writeContacts } from '../storage/contact-write.ts';
import { linkContactsOf } from '../storage/link-contacts.ts';
import { getSetting } from '../storage/settings.ts';
import { chosenByDemo, writeRuleChoice } from './rule-choice.ts';
import { prepareFeedback } from './prepare-feedback.ts';
import { createPlacer } from './import-exposure.ts';
import { deleteSimulated, wantsDemo } from './demo-state.ts';
import { verb } from './verb.ts';

export interface DemoInput {
	readonly organisation: Organisation;
	readonly exposure: Iterable<Exposure>;
	readonly feedback: Iterable<FeedbackDraft>;
	readonly annotations?: readonly Omit<Annotation, 'id'>[];
	/** Read after the feedback. */
	readonly contacts?: Iterable<ContactDraft>;
	/** Used where nobody has chosen rule packs. */
	readonly rules?: RuleChoice;
	readonly onProgress?: (feedback: number) => void;
}

const feedbackBatch = 1000;
const exposureBatch = 2000;
const contactBatch = 2000;

/** Loads the simulated organisation into an empty store. Throws `bad-input` when there is already something in it. */
export const storeDemo = verb(
	'administer',
	async (deps: Deps, actor: Actor, demo: DemoInput): Promise<number> => {
		if (!(await wantsDemo(deps.store)))
			throw new EarshotError(
				'bad-input',
				'The demo is only loaded into an empty data folder; this one has data.'
			);
		await inWrite(deps.store, deleteSimulated);
		const importId = await startImport(deps.store, {
			importer: 'demo',
			fileName: 'simulated demo',
			fileHash: '',
			actorId: actor.id,
			origin: 'simulated',
			startedAt: deps.now().toISOString()
		});
		await inWrite(deps.store, (trx) => writeOrganisation(trx, demo.organisation, 'simulated'));
		const recordedAt = deps.now().toISOString();
		for (const annotation of demo.annotations ?? [])
			await insertAnnotation(deps.store, annotation, { by: actor.id, at: recordedAt });
		await storeExposure(deps, demo, { importId, origin: 'simulated', recordedAt });
		const linkWindow = await linkWindowOf(deps.store);
		let stored = 0;
		for (const batch of batches(demo.feedback, feedbackBatch)) {
			const prepared = batch.map((draft) => prepareFeedback(deps, draft));
			stored = await inWrite(deps.store, async (trx) => {
				const written = await writeFeedback(trx, prepared, {
					sourceSystem: 'demo',
					importId,
					origin: 'simulated',
					recordedAt,
					packVersion: deps.packs.version,
					sketcher: textSketcher,
					linkWindow
				});
				const sum = stored + written.stored;
				await countImport(trx, importId, { read: sum, stored: sum, updated: 0, unchanged: 0, issues: 0 });
				return sum;
			});
			demo.onProgress?.(stored);
		}
		await storeContacts(deps, demo, importId, linkWindow);
		if (demo.rules) await storeRules(deps, demo.rules);
		await finishImport(deps.store, importId, {
			status: 'done',
			finishedAt: deps.now().toISOString(),
			failure: null
		});
		return stored;
	}
);

async function storeExposure(
	deps: Deps,
	{ organisation, exposure }: DemoInput,
	context: Parameters<typeof writeExposure>[2]
): Promise<void> {
	const place = createPlacer(organisation);
	for (const batch of batches(exposure, exposureBatch)) {
		const rows = batch.map((row) => {
			const placed = place(row, 0);
			if ('issues' in placed) throw new Error(`Demo exposure of an unknown team or agent: ${row.teamId}`);
			return placed.row;
		});
		await inWrite(deps.store, (trx) => writeExposure(trx, rows, context));
	}
}

/** Feedback is linked to the contacts before it, as after an import of a log. */
async function storeContacts(
	deps: Deps,
	{ organisation, contacts = [] }: DemoInput,
	importId: number,
	linkWindow: number
): Promise<void> {
	const place = createContactPlacer(deps, organisation);
	for (const batch of batches(contacts, contactBatch)) {
		const rows = batch.map((draft) => {
			const placed = place(draft, 0);
			if ('issues' in placed) throw new Error(`Demo contact of an unknown team or agent: ${draft.teamId}`);
			return placed.row;
		});
		await inWrite(deps.store, (trx) => writeContacts(trx, rows, importId, 'simulated'));
	}
	const days = await contactDaysOf(deps.store, importId);
	await linkContactsOf(deps.store, { importId, days, window: linkWindow });
}

async function storeRules({ store, now }: Deps, choice: RuleChoice): Promise<void> {
	if ((await getSetting(store, 'rule_packs')) !== null) return;
	const regions = Object.fromEntries(
		Object.entries(choice.regions).map(([region, rules]) => [region, { ...rules }])
	);
	const made = { at: now().toISOString(), by: chosenByDemo, choice: { ...choice, regions } };
	await inWrite(store, (trx) => writeRuleChoice({ db: trx }, made));
}

function* batches<Row>(rows: Iterable<Row>, size: number): Iterable<readonly Row[]> {
	let batch: Row[] = [];
	for (const row of rows) {
		batch.push(row);
		if (batch.length < size) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
