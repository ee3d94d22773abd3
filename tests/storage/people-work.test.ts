import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWrite } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import {
	deleteAnnotation,
	insertAnnotation,
	listAnnotations,
	updateAnnotation
} from '#server/storage/annotations.ts';
import { writeFeedback } from '#server/storage/feedback-write.ts';
import { startImport } from '#server/storage/imports.ts';
import { insertNote, listNotes } from '#server/storage/notes.ts';
import { insertReview, listJudged, listReviews } from '#server/storage/reviews.ts';
import { deleteSavedView, findSavedView, listSavedViews, putSavedView } from '#server/storage/saved-views.ts';
import { aContext, aFeedback, aTag } from './a-feedback.ts';
import { stores } from './stores.ts';

const byAnn = { authorId: 'ann', authorName: 'Ann', createdAt: '2026-07-01T00:00:00.000Z' };
const aReview = {
	theme: 'abusive_language',
	decision: 'confirm' as const,
	polarity: null,
	comment: null,
	packVersion: 'p1',
	reviewerId: 'ann',
	reviewerName: 'Ann',
	createdAt: '2026-07-01T00:00:00.000Z'
};
const anEvent = {
	kind: 'training' as const,
	title: 'Training',
	titleZh: null,
	fromOn: '2026-07-01',
	toOn: '2026-07-02',
	agencyId: null,
	teamId: null,
	channel: null,
	source: null,
	isSimulated: false
};
const aView = {
	name: 'Mine',
	path: '/feedback',
	query: 'team=a',
	isShared: false,
	isDefault: false,
	ownerId: 'ann'
};

describe.each(Object.entries(stores))('what people write on %s', (_engine, open) => {
	let store: Store;
	let ids: readonly number[] = [];
	beforeAll(async () => {
		store = await open();
		await startImport(store, {
			importer: 'complaints',
			fileName: 'x.csv',
			fileHash: '',
			actorId: 'local',
			origin: 'imported',
			startedAt: ''
		});
		const rows = [aFeedback({ tags: [aTag('abusive_language')] }), aFeedback({ receivedOn: '2026-09-01' })];
		await inWrite(store, (trx) => writeFeedback(trx, rows, aContext()));
		ids = (await store.db.selectFrom('feedback').select('id').orderBy('id').execute()).map(({ id }) => id);
	});
	afterAll(() => store.close());

	it('keeps notes with what they are about, and lets those of a feedback go with it', async () => {
		const [first = 0, second = 0] = ids;
		const about = (kind: 'feedback' | 'agent' | 'signal', id: string | number) => ({ kind, id: String(id) });
		await insertNote(store, about('feedback', first), { ...byAnn, text: 'one' });
		await insertNote(store, about('feedback', first), { ...byAnn, text: 'two' });
		await insertNote(store, about('agent', first), { ...byAnn, text: 'of an agent' });
		const texts = async (kind: 'feedback' | 'agent') =>
			(await listNotes(store, about(kind, first))).map(({ text }) => text);
		expect(await texts('feedback')).toEqual(['one', 'two']);
		expect(await texts('agent')).toEqual(['of an agent']);
		expect(await listNotes(store, about('feedback', second))).toEqual([]);
		await insertReview(store, { ...aReview, feedbackId: first });
		await inWrite(store, async (trx) => {
			for (const table of ['tag', 'templateBand'] as const)
				await trx.deleteFrom(table).where('feedbackId', '=', first).execute();
			await trx.deleteFrom('feedback').where('id', '=', first).execute();
		});
		expect(await texts('feedback')).toEqual([]);
		expect(await listReviews(store, first)).toEqual([]);
		expect(await texts('agent')).toEqual(['of an agent']);
	});

	it('keeps every review, and counts the newest of each reviewer', async () => {
		const feedbackId = ids[1] ?? 0;
		await insertReview(store, { ...aReview, feedbackId, decision: 'wrong', comment: 'no' });
		await insertReview(store, { ...aReview, feedbackId, reviewerId: 'bob', decision: 'missing' });
		await insertReview(store, { ...aReview, feedbackId, decision: 'polarity', polarity: 'negated' });
		expect((await listReviews(store, feedbackId)).map(({ decision }) => decision)).toEqual([
			'wrong',
			'missing',
			'polarity'
		]);
		expect(
			(await listJudged(store)).map(({ reviewerId, decision, receivedOn }) => [
				reviewerId,
				decision,
				receivedOn
			])
		).toEqual([
			['bob', 'missing', '2026-09-01'],
			['ann', 'polarity', '2026-09-01']
		]);
	});

	it('keeps annotations by their first day; changing keeps the id, removing takes one', async () => {
		const by = { by: 'ann', at: '2026-07-01T00:00:00.000Z' };
		const late = await insertAnnotation(store, anEvent, by);
		const early = await insertAnnotation(
			store,
			{ ...anEvent, fromOn: '2026-01-01', isSimulated: true, titleZh: '培训' },
			by
		);
		expect((await listAnnotations(store)).map(({ id, isSimulated }) => [id, isSimulated])).toEqual([
			[early, true],
			[late, false]
		]);
		expect(await updateAnnotation(store, late, { ...anEvent, teamId: 'north-1' })).toBe(true);
		expect((await listAnnotations(store))[1]).toEqual({ ...anEvent, id: late, teamId: 'north-1' });
		expect(await deleteAnnotation(store, early)).toBe(true);
		expect(await deleteAnnotation(store, early)).toBe(false);
		expect(await updateAnnotation(store, early, anEvent)).toBe(false);
		expect(await listAnnotations(store)).toHaveLength(1);
	});

	it('lists a person’s own and the shared views; one of a name and one default a page', async () => {
		const at = '2026-07-01T00:00:00.000Z';
		await putSavedView(store, aView, at);
		const again = await putSavedView(store, { ...aView, query: 'team=b', isDefault: true }, at);
		const other = await putSavedView(store, { ...aView, name: 'B', isDefault: true }, at);
		const shared = await putSavedView(store, { ...aView, name: 'C', isShared: true, ownerId: 'bob' }, at);
		await putSavedView(store, { ...aView, name: 'D', ownerId: 'bob', isDefault: true }, at);
		const listed = await listSavedViews(store, 'ann');
		expect(listed.map(({ id, query, isDefault }) => [id, query, isDefault])).toEqual([
			[other, 'team=a', true],
			[shared, 'team=a', false],
			[again, 'team=b', false]
		]);
		expect((await listSavedViews(store, 'bob')).filter(({ isDefault }) => isDefault)).toHaveLength(1);
		await deleteSavedView(store, other);
		expect(await findSavedView(store, other)).toBeUndefined();
		expect(await findSavedView(store, shared)).toEqual({ name: 'C', ownerId: 'bob' });
	});
});
