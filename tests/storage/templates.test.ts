import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/domain/filter.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { writeFeedback } from '#server/storage/feedback-write.ts';
import { startImport } from '#server/storage/imports.ts';
import { storeAsSource } from '#server/storage/question-schema.ts';
import { countTexts } from '#server/facts/questions/count-different.ts';
import { countFeedback } from '#server/facts/questions/count-feedback.ts';
import { aContext, aFeedback } from './a-feedback.ts';
import { stores } from './stores.ts';

const campaign = (name: string) =>
	`I dispute the account that ${name} reports. It was sold twice, nobody has sent me any proof of it, and I ask you to have it deleted from my credit file within thirty days.`;
const other = (place: string) =>
	`A man from the agency came to my mother's house in ${place}, asked the neighbours where I work and told all of them what I owe and since when.`;

describe.each(Object.keys(stores))('templates in %s', (name) => {
	let store: Store;
	let serial = 0;
	const write = (texts: readonly (readonly [externalId: string, text: string])[]) =>
		inWrite(store, (trx) =>
			writeFeedback(
				trx,
				texts.map(([externalId, text]) => aFeedback({ externalId, text, contentHash: `c${serial++}` })),
				aContext()
			)
		);
	const templates = async () => {
		const rows = await store.db.selectFrom('feedback').select(['id', 'externalId', 'templateId']).execute();
		const nameOf = new Map(rows.map(({ id, externalId }) => [id, externalId]));
		return Object.fromEntries(
			rows.map(({ externalId, templateId }) => [externalId, nameOf.get(templateId ?? 0)])
		);
	};
	const textsOf = () => countTexts(storeAsSource(store, null), emptyFilter);

	beforeEach(async () => {
		store = await (stores[name] as () => Promise<Store>)();
		await startImport(store, {
			importer: 'complaints',
			fileName: 'a.csv',
			fileHash: 'x',
			actorId: 'someone',
			origin: 'imported',
			startedAt: '2026-11-01T00:00:00.000Z'
		});
	});
	afterEach(async () => store.close());

	it('links copies of a text to the first, within a batch and across batches', async () => {
		await write([
			['a', campaign('Acme')],
			['b', other('Leeds')],
			['c', campaign('Bolt')]
		]);
		await write([
			['d', campaign('Crown')],
			['e', 'They call.'],
			['f', 'They call.']
		]);
		expect(await templates()).toEqual({ a: 'a', b: 'b', c: 'a', d: 'a', e: 'e', f: 'f' });
		expect(await textsOf()).toBe(4);
		const { feedback } = await countFeedback(storeAsSource(store, null), {
			...emptyFilter,
			template: ['1']
		});
		expect(feedback).toBe(3);
	});
	it('a text that changes leaves its template, and may join another', async () => {
		await write([
			['a', campaign('Acme')],
			['b', other('Leeds')],
			['c', campaign('Bolt')]
		]);
		await write([['c', other('York')]]);
		expect(await templates()).toEqual({ a: 'a', b: 'b', c: 'b' });
		await write([['b', campaign('Bolt')]]);
		expect((await templates()).b).toBe('a');
	});
});
