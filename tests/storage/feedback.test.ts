import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { periodOf } from '#core/domain/period.ts';
import type { MaskedFeedback } from '#core/domain/feedback.ts';
import { changesAfter, inWrite, latestChange } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { listFeedback, getFeedback } from '#server/storage/feedback-list.ts';
import { feedbackSorts, type Cursor } from '#server/storage/feedback-sort.ts';
import { writeFeedback } from '#server/storage/feedback-write.ts';
import type { FeedbackVersion } from '#server/storage/versions.ts';
import { startImport } from '#server/storage/imports.ts';
import { writeOrganisation } from '#server/storage/organisation.ts';
import { storeAsSource } from '#server/storage/question-schema.ts';
import { countBorrowers } from '#server/facts/questions/count-different.ts';
import { countFeedback } from '#server/facts/questions/count-feedback.ts';
import { countByDimension } from '#server/facts/questions/count-by-dimension.ts';
import { countByTheme } from '#server/facts/questions/count-by-theme.ts';
import { aContext, aFeedback, aTag } from './a-feedback.ts';
import { stores } from './stores.ts';

const organisation = {
	agencies: [
		{ id: 'north', name: 'North', nameZh: null, inHouse: false },
		{ id: 'own', name: 'Own', nameZh: null, inHouse: true }
	],
	teams: [
		{ id: 'north-1', agencyId: 'north', name: 'North 1', nameZh: null, region: null },
		{ id: 'own-1', agencyId: 'own', name: 'Own 1', nameZh: null, region: null }
	],
	agents: [{ id: 'a-1', name: 'Ann', nameZh: null }],
	memberships: [{ agentId: 'a-1', teamId: 'own-1', fromOn: '2026-01-01', toOn: null }]
};
const inNorth = { agencyId: 'north', teamId: 'north-1', attribution: 'team' as const };
const byAnn = { agencyId: 'own', teamId: 'own-1', agentId: 'a-1', attribution: 'named' as const };

const rows: readonly MaskedFeedback[] = [
	aFeedback({
		externalId: 'one',
		...byAnn,
		borrower: 'b1',
		tags: [aTag('threat_harm', { severity: 4 })],
		text: 'He threatened my MOTHER, 100% true',
		standing: { isComplaint: true, severity: 4, urgency: 'U1' }
	}),
	aFeedback({
		externalId: 'two',
		...inNorth,
		borrower: 'b1',
		channel: 'sms',
		tags: [aTag('abusive_language'), aTag('third_party_contact')],
		receivedOn: '2026-10-31'
	}),
	aFeedback({
		externalId: 'three',
		...inNorth,
		borrower: 'b2',
		channel: null,
		tags: [aTag('threat_harm', { severity: 4, polarity: 'negated' })],
		receivedOn: '2026-11-01'
	}),
	aFeedback({
		externalId: 'four',
		kind: 'call_feedback',
		rating: 5,
		receivedOn: null,
		text: '态度很好',
		language: 'zh-Hans',
		tags: [aTag('polite_respectful', { taxonomy: 'positive', severity: 1 })],
		standing: { isComplaint: false, severity: 0, urgency: 'U4' }
	})
];

describe.each(Object.keys(stores))('feedback in %s', (name) => {
	let store: Store;
	const found = async (patch: Partial<Filter>, scope: Parameters<typeof listFeedback>[1] = null) =>
		(
			await listFeedback(
				store,
				scope,
				{ ...emptyFilter, ...patch },
				{ sort: 'newest', after: null, limit: 50 }
			)
		).map(({ externalId }) => externalId);

	beforeAll(async () => {
		store = await (stores[name] as () => Promise<Store>)();
		await startImport(store, {
			importer: 'complaints',
			fileName: 'x.csv',
			fileHash: '',
			actorId: 'local',
			origin: 'imported',
			startedAt: ''
		});
		await inWrite(store, (trx) => writeOrganisation(trx, organisation, 'imported'));
		await inWrite(store, (trx) => writeFeedback(trx, rows, aContext()));
	});
	afterAll(() => store.close());

	it('keeps what a row said before, also where one batch says it all', async () => {
		const said = (contentHash: string) =>
			aFeedback({ externalId: 'restless', sourceHash: 'r', contentHash, text: `It says ${contentHash}.` });
		const write = (...hashes: string[]) =>
			inWrite(store, (trx) => writeFeedback(trx, hashes.map(said), aContext()));
		expect(await write('first', 'second', 'second', 'third')).toEqual({
			stored: 1,
			updated: 2,
			unchanged: 1
		});
		expect(await write('fourth', 'fifth')).toEqual({ stored: 0, updated: 2, unchanged: 0 });
		const versions = await store.db.selectFrom('feedbackVersion').select('content').orderBy('id').execute();
		const texts = versions.map(({ content }) => (JSON.parse(content) as FeedbackVersion).row.text);
		expect(texts).toEqual(['first', 'second', 'third', 'fourth'].map((hash) => `It says ${hash}.`));
		expect(await found({ text: 'says' })).toEqual(['restless']);
		await store.db.deleteFrom('feedbackVersion').execute();
		await store.db.deleteFrom('templateBand').execute();
		await store.db.deleteFrom('feedback').where('externalId', '=', 'restless').execute();
	});

	it('stores each row once, and tells new, changed and unchanged apart', async () => {
		const before = await latestChange(store);
		const again = await inWrite(store, (trx) => writeFeedback(trx, rows, aContext()));
		expect(again).toEqual({ stored: 0, updated: 0, unchanged: rows.length });
		expect(await latestChange(store)).toBe(before);

		const changed = aFeedback({
			...rows[0],
			contentHash: 'other',
			text: 'He threatened my mother twice',
			tags: [aTag('abusive_language')]
		});
		const mixed = await inWrite(store, (trx) =>
			writeFeedback(
				trx,
				[changed, changed, aFeedback({ externalId: 'five', receivedOn: '2020-01-01' })],
				aContext()
			)
		);
		expect(mixed).toEqual({ stored: 1, updated: 1, unchanged: 1 });
		const [stored] = await listFeedback(
			store,
			null,
			{ ...emptyFilter, text: 'twice' },
			{ sort: 'newest', after: null, limit: 5 }
		);
		expect(stored?.tags.map(({ theme }) => theme)).toEqual(['abusive_language']);
		expect((await changesAfter(store, before)).every(({ entity }) => entity === 'feedback')).toBe(true);
		expect(await latestChange(store)).toBeGreaterThan(before);
		await inWrite(store, (trx) => writeFeedback(trx, [rows[0] as MaskedFeedback], aContext()));
	});

	it('identifies a row without id by its content', async () => {
		const nameless = aFeedback({ externalId: null, receivedOn: '2019-01-01' });
		const first = await inWrite(store, (trx) => writeFeedback(trx, [nameless, nameless], aContext()));
		const second = await inWrite(store, (trx) => writeFeedback(trx, [nameless], aContext()));
		expect([first, second]).toEqual([
			{ stored: 1, updated: 0, unchanged: 1 },
			{ stored: 0, updated: 0, unchanged: 1 }
		]);
	});

	it.each<[string, Partial<Filter>, string[]]>([
		['a month, its last day included', { period: periodOf('2026-10') }, ['two', 'one']],
		['undated', { period: 'undated' }, ['four']],
		['a theme, only where it counts', { theme: ['threat_harm'] }, ['one']],
		['severity and taxonomy of one tag', { taxonomy: ['conduct'], severity: ['4'] }, ['one']],
		['a theme together with another severity', { theme: ['abusive_language'], severity: ['4'] }, []],
		['a team', { team: ['north-1'] }, ['three', 'two']],
		['not stated', { channel: ['none'] }, ['three']],
		['a value or not stated', { channel: ['none', 'sms'] }, ['three', 'two']],
		['a rating', { rating: ['5'] }, ['four']],
		['no complaint', { complaint: 'no' }, ['four']],
		['words in any case and order', { text: 'mother threatened' }, ['one']],
		['wildcards as they stand', { text: '100%' }, ['one']],
		['a wildcard that does not occur', { text: '9%' }, []],
		['Chinese', { text: '态度' }, ['four']],
		['an injection', { text: "' or 1=1 --" }, []],
		['a severity that is none', { severity: ['x'] }, []],
		['an origin', { origin: 'simulated' }, []]
	])('filters by %s', async (_what, patch, expected) => {
		const all = ['one', 'two', 'three', 'four'];
		expect((await found(patch)).filter((id) => all.includes(id ?? ''))).toEqual(expected);
	});

	it('shows an actor nothing outside the scope', async () => {
		const north = { agencyIds: ['north'], teamIds: [] };
		expect(await found({}, north)).toEqual(['three', 'two']);
		expect(await found({}, { agencyIds: [], teamIds: [] })).toEqual([]);
		const [one] = await listFeedback(
			store,
			null,
			{ ...emptyFilter, text: 'MOTHER' },
			{ sort: 'newest', after: null, limit: 1 }
		);
		expect(await getFeedback(store, north, one?.id ?? 0)).toBeUndefined();
		expect((await countFeedback(storeAsSource(store, north), emptyFilter)).feedback).toBe(2);
	});

	it.each(feedbackSorts)('pages through all of it without gap or repeat, %s first', async (sort) => {
		const whole = await listFeedback(store, null, emptyFilter, { sort, after: null, limit: 100 });
		const paged: number[] = [];
		let after: Cursor | null = null;
		for (;;) {
			const page: Awaited<ReturnType<typeof listFeedback>> = await listFeedback(store, null, emptyFilter, {
				sort,
				after,
				limit: 2
			});
			const last = page.at(-1);
			if (!last) break;
			paged.push(...page.map(({ id }) => id));
			after = last.cursor;
		}
		expect(paged).toEqual(whole.map(({ id }) => id));
		expect(paged.length).toBeGreaterThan(4);
	});

	it('answers questions about words, borrowers and themes', async () => {
		const source = storeAsSource(store, null);
		const october = { ...emptyFilter, period: periodOf('2026-10') };
		const whole = { ...october, period: null };
		expect(await countFeedback(source, whole)).toMatchObject({ rated: 1, meanRating: 5 });
		expect(await countBorrowers(source, whole)).toBe(2);
		expect(await countByDimension(source, october, 'team')).toEqual([
			{ value: 'north-1', count: 1 },
			{ value: 'own-1', count: 1 }
		]);
		expect(await countByTheme(source, october, 'conduct')).toEqual([
			{ theme: 'abusive_language', count: 1 },
			{ theme: 'third_party_contact', count: 1 },
			{ theme: 'threat_harm', count: 1 }
		]);
	});
});
