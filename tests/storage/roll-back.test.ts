import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textSketcher } from '#core/text/sketch.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { writeExposure } from '#server/storage/exposure-write.ts';
import { writeFeedback } from '#server/storage/feedback-write.ts';
import { startImport } from '#server/storage/imports.ts';
import { writeOrganisation } from '#server/storage/organisation.ts';
import { rollBackRows } from '#server/storage/roll-back.ts';
import { aContext, aFeedback, aTag } from './a-feedback.ts';
import { stores } from './stores.ts';

const campaign =
	'I dispute the account that they report. It was sold twice, nobody has sent me any proof of it, and I ask you to have it deleted from my credit file within thirty days.';
const visit =
	"A man from the agency came to my mother's house, asked the neighbours where I work and told all of them what I owe and since when.";
const letter =
	'I lost my work in March and asked twice for a plan of smaller payments; both times I was told that only the whole sum would do, and that it was due the same day.';
const texts = [campaign, `${campaign} Thank you.`, visit, 'They call.', letter, `${letter} Please help.`];
const themes = [
	'excessive_contact',
	'threat_harm',
	'home_visit_harassment',
	'abusive_language',
	'unsocial_hours',
	'credit_report_threat'
];

const rollBack = { sketcher: textSketcher, at: '2026-11-02T00:00:00.000Z', linkWindow: 7 };

/** Which text each of a few complaints has, and how many contacts each of a few days, in one import. */
type Written = readonly { readonly id: number; readonly text: number }[];
const anImport = fc.array(
	fc.record({ id: fc.integer({ min: 0, max: 4 }), text: fc.integer({ min: 0, max: 3 }) }),
	{ maxLength: 4 }
);

describe.each(Object.keys(stores))('rolling back in %s', (name) => {
	let store: Store;
	beforeAll(async () => {
		store = await (stores[name] as () => Promise<Store>)();
		const organisation = {
			agencies: [{ id: 'own', name: 'Own', nameZh: null, inHouse: true }],
			teams: [{ id: 'own-1', agencyId: 'own', name: 'Own 1', nameZh: null, region: null }],
			agents: [],
			memberships: []
		};
		await inWrite(store, (trx) => writeOrganisation(trx, organisation, 'imported'));
	});
	afterAll(() => store.close());

	/** Imports in turn; gives the ids. A source of its own keeps the runs apart. */
	const importAll = async (source: string, imports: readonly Written[]): Promise<readonly number[]> => {
		const ids: number[] = [];
		for (const [nth, rows] of imports.entries()) {
			const importId = await startImport(store, {
				importer: source,
				fileName: `${nth}.csv`,
				fileHash: '',
				actorId: 'local',
				origin: 'imported',
				startedAt: '2026-11-01T00:00:00.000Z'
			});
			ids.push(importId);
			const feedback = rows.map(({ id, text }) =>
				aFeedback({
					externalId: String(id),
					text: texts[text] as string,
					contentHash: `c${text}`,
					borrower: `${source}-${text}`,
					tags: [aTag(themes[text] as string)]
				})
			);
			const days = rows.map(({ id, text }) => ({
				day: `2026-10-0${id + 1}`,
				agencyId: 'own',
				teamId: 'own-1',
				agentId: null,
				channel: 'phone' as const,
				stage: 'M2' as const,
				product: source,
				contacts: 100 + text,
				connected: 50,
				accounts: 20
			}));
			const context = aContext({ sourceSystem: source, importId });
			await inWrite(store, async (trx) => {
				await writeFeedback(trx, feedback, context);
				await writeExposure(trx, days, context);
			});
		}
		return ids;
	};

	/** What somebody sees of a source: its rows, which import wrote each, their tags and which are alike. */
	const seen = async (source: string, ids: readonly number[]) => {
		const rows = await store.db
			.selectFrom('feedback')
			.selectAll()
			.where('sourceSystem', '=', source)
			.orderBy('externalId')
			.execute();
		const tags = await store.db.selectFrom('tag').select(['feedbackId', 'theme']).execute();
		const exposure = await store.db
			.selectFrom('exposure')
			.selectAll()
			.where('product', '=', source)
			.orderBy('day')
			.execute();
		const nth = (id: number) => ids.indexOf(id);
		return {
			feedback: rows.map((row) => ({
				id: row.externalId,
				text: row.text,
				first: nth(row.importId),
				tags: tags.filter(({ feedbackId }) => feedbackId === row.id).map(({ theme }) => theme)
			})),
			exposure: exposure.map((row) => [row.day, row.contacts, nth(row.importId)])
		};
	};

	it('leaves what there would be without the import', async () => {
		let run = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(anImport, { minLength: 1, maxLength: 4 }),
				fc.nat(),
				async (imports, pick) => {
					const source = `run-${++run}`;
					const ids = await importAll(source, imports);
					const which = pick % imports.length;
					await inWrite(store, (trx) => rollBackRows(trx, ids[which] as number, rollBack));
					const found = await seen(source, ids.toSpliced(which, 1));

					const plain = `plain-${run}`;
					const others = imports.toSpliced(which, 1);
					const plainIds = await importAll(plain, others);
					expect(found).toEqual(await seen(plain, plainIds));
				}
			),
			{ numRuns: name === 'sqlite' ? 60 : 12 }
		);
	}, 60_000);

	it('lets go of tags, versions and borrowers, and finds the templates again', async () => {
		const ids = await importAll('one', [[{ id: 0, text: 4 }], [{ id: 1, text: 5 }], [{ id: 2, text: 5 }]]);
		await inWrite(store, (trx) => rollBackRows(trx, ids[0] as number, rollBack));
		const rows = await store.db
			.selectFrom('feedback')
			.select(['id', 'templateId'])
			.where('sourceSystem', '=', 'one')
			.orderBy('id')
			.execute();
		expect(rows).toHaveLength(2);
		expect(new Set(rows.map(({ templateId }) => templateId))).toEqual(new Set([rows[0]?.id]));
		const orphans = await store.db
			.selectFrom('tag')
			.leftJoin('feedback', 'feedback.id', 'tag.feedbackId')
			.select('tag.id')
			.where('feedback.id', 'is', null)
			.execute();
		expect(orphans).toEqual([]);
		const borrower = store.db.selectFrom('borrower').select('id').where('pseudonym', '=', 'one-4');
		expect(await borrower.execute()).toEqual([]);
	});
});
