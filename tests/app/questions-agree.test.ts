import fc from 'fast-check';
import { pino } from 'pino';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFilter, listFields, type Filter, type ListField } from '#core/domain/filter.ts';
import { grains, periodOf } from '#core/domain/period.ts';
import { axes, filterOfRow, type AnswerRow, type Question, type Split } from '#core/domain/question.ts';
import { openDeps, type OpenedDeps } from '#server/app/deps.ts';
import { openTagger } from '#server/app/open-tagger.ts';
import { askQuestion, countQuestion } from '#server/facts/questions/ask-question.ts';
import { storeAsSource } from '#server/storage/question-schema.ts';
import { stores } from '../storage/stores.ts';
import { countNaively, readItems, type Item } from './count-naively.ts';
import { aFilter, aFolder, importRows, openTestDeps } from './deps.ts';
import { importScene } from './scene.ts';

/** 200 in all, shared by the databases. */
const runs = Math.ceil(200 / Object.keys(stores).length);

describe.each(Object.entries(stores))('a question asked three ways, of %s', (_name, openStore) => {
	let deps: OpenedDeps;
	let items: readonly Item[];
	let question: fc.Arbitrary<Question>;
	beforeAll(async () => {
		const config = { dataDir: aFolder(), storeLocation: ':memory:', packsDir: resolve('db/packs') };
		const now = () => new Date('2026-07-14T04:00:00Z');
		deps = await openDeps(config, pino({ level: 'silent' }), {
			store: await openStore(),
			now,
			tagging: openTagger(config.packsDir, { compilesLater: true })
		});
		await importScene(deps);
		await reviewSomeTags(deps);
		items = await readItems(deps.store);
		question = anyQuestion(items);
	}, 120_000);
	afterAll(() => deps.close());

	test('facts, the store’s own SQL and counting one by one agree, and each row links to what it counts', async () => {
		const facts = await deps.facts.upToDate(null);
		const store = storeAsSource(deps.store, null);
		let answered = 0;
		await fc.assert(
			fc.asyncProperty(question, fc.nat(), async (asked, nth) => {
				const expected = byKeys(countNaively(items, asked));
				const [ofFacts, ofStore] = await Promise.all([askQuestion(facts, asked), askQuestion(store, asked)]);
				expect(byKeys(withFeedback(ofFacts.rows))).toEqual(expected);
				expect(byKeys(withFeedback(ofStore.rows))).toEqual(expected);
				expect(withoutRounding(ofStore)).toEqual(withoutRounding(ofFacts));
				const counted = await countQuestion(facts, asked);
				expect(counted).toEqual(withFeedback(ofFacts.rows).map(({ keys, feedback }) => ({ keys, feedback })));
				const row = ofFacts.rows[nth % Math.max(1, ofFacts.rows.length)];
				if (!row) return;
				const [behind] = await countQuestion(store, { filter: filterOfRow(asked, row.keys), splits: [] });
				expect(behind?.feedback).toBe(row.feedback);
				answered += row.feedback > 0 ? 1 : 0;
			}),
			{ numRuns: runs, seed: 20261130 }
		);
		expect(answered).toBeGreaterThan(runs / 2);
	}, 120_000);
});

test('the top values are those with most feedback, in tables too', async () => {
	const deps = await openTestDeps();
	await importScene(deps);
	const items = await readItems(deps.store);
	const facts = await deps.facts.upToDate(null);
	const filter = emptyFilter;
	const most = countNaively(items, { filter, splits: [{ by: 'reason' }] })
		.toSorted(
			(one, other) => other.feedback - one.feedback || (String(one.keys[0]) < String(other.keys[0]) ? -1 : 1)
		)
		.slice(0, 2)
		.map(({ keys: [theme] }) => theme);
	const breakdown = await countQuestion(facts, { filter, splits: [{ by: 'reason' }], top: 2 });
	expect(breakdown.map(({ keys: [theme] }) => theme)).toEqual(most);
	const splits: readonly Split[] = [{ by: 'reason' }, { grain: 'quarter' }];
	const trend = await countQuestion(facts, { filter, splits, top: 2 });
	const expected = countNaively(items, { filter, splits }).filter(({ keys: [theme] }) =>
		most.includes(theme ?? '')
	);
	expect(new Map(trend.map(({ keys, feedback }) => [String(keys), feedback]))).toEqual(
		new Map(expected.map(({ keys, feedback }) => [String(keys), feedback]))
	);
});

test('what was answered once is answered anew after an import', async () => {
	const deps = await openTestDeps();
	await importScene(deps);
	const ask = async () =>
		countQuestion(await deps.facts.upToDate(null), { filter: emptyFilter, splits: [{ by: 'kind' }] });
	const before = await ask();
	expect(await ask()).toEqual(before);
	await importRows(deps, [
		{ complaint_id: 'new', received_on: '2026-06-10', text: 'They called my mother.' }
	]);
	const complaints = (rows: typeof before) => rows.find(({ keys }) => keys[0] === 'complaint')?.feedback;
	expect(complaints(await ask())).toBe((complaints(before) ?? 0) + 1);
});

test('a question without an answer is refused', async () => {
	const { facts } = await openTestDeps();
	const source = await facts.upToDate(null);
	const ask = (patch: Partial<Question>) =>
		countQuestion(source, { filter: emptyFilter, splits: [], ...patch });
	const by = (axis: 'taxonomy' | 'kind'): Split => ({ by: axis });
	await expect(ask({ splits: [by('kind'), by('kind'), by('kind')] })).rejects.toThrow('split twice at most');
	await expect(ask({ splits: [by('taxonomy'), by('taxonomy')] })).rejects.toThrow('only once');
	await expect(ask({ top: 0 })).rejects.toThrow('above 0');
});

/** Without the rows that have contacts only: no feedback is to be found there. */
function withFeedback(rows: readonly AnswerRow[]) {
	return rows.filter(({ feedback, keys }) => feedback > 0 || keys.length === 0);
}

function byKeys(rows: readonly AnswerRow[]) {
	return new Map(
		rows
			.map((row) => [JSON.stringify(row.keys), { ...row, exposure: null }] as const)
			.toSorted(([one], [other]) => (one < other ? -1 : 1))
	);
}

function withoutRounding(answer: unknown): unknown {
	return JSON.parse(
		JSON.stringify(answer, (_, value: unknown) =>
			typeof value === 'number' ? Number(value.toPrecision(12)) : value
		)
	);
}

/** Themes as a reviewer leaves them: some confirmed, some rejected and so not counted. */
async function reviewSomeTags({ store }: OpenedDeps): Promise<void> {
	const tags = await store.db.selectFrom('tag').select('id').execute();
	const everyNth = (nth: number) => tags.map(({ id }) => id).filter((id) => id % nth === 0);
	await store.db.updateTable('tag').set({ status: 'confirmed' }).where('id', 'in', everyNth(5)).execute();
	await store.db
		.updateTable('tag')
		.set({ status: 'rejected', isCounted: 0 })
		.where('id', 'in', everyNth(7))
		.execute();
}

/** Filters of values that the data has, a few at a time: most of them leave something. */
function anyQuestion(items: readonly Item[]): fc.Arbitrary<Question> {
	const seen = (field: ListField): readonly string[] => {
		const asSplit: Split = { by: field === 'worst' ? 'severity' : (field as 'kind') };
		if (field === 'severity') return ['1', '2', '3', '4'];
		if (field === 'polarity') return ['asserted', 'negated'];
		if (field === 'status') return ['machine', 'confirmed', 'rejected'];
		return countNaively(items, { filter: emptyFilter, splits: [asSplit] }).map(
			({ keys }) => keys[0] ?? 'none'
		);
	};
	const someOf = (field: ListField) => fc.subarray([...seen(field)], { minLength: 1 });
	const list = fc
		.constantFrom(...listFields)
		.chain((field) => someOf(field).map((values) => ({ field, values })));
	const restrictions = fc.array(list, { maxLength: 2 });
	const themes = seen('theme');
	const filter = fc
		.record({
			lists: restrictions,
			not: restrictions,
			allThemes: fc.oneof(
				{ weight: 4, arbitrary: fc.constant([]) },
				fc.subarray([...themes], { minLength: 1, maxLength: 2 })
			),
			period: fc.constantFrom(
				null,
				null,
				'undated' as const,
				periodOf('2026'),
				periodOf('2025-10..2026-03'),
				periodOf('2026-05-04..2026-06-17')
			),
			complaint: fc.constantFrom(null, null, 'yes' as const, 'no' as const),
			origin: fc.constantFrom(null, 'all' as const, 'imported' as const)
		})
		.map(({ lists, not, ...rest }): Filter => aFilter({ ...rest, ...asFields(lists), not: asFields(not) }));
	const split: fc.Arbitrary<Split> = fc.oneof(
		fc.constantFrom(...axes).map((by) => ({ by })),
		fc.constantFrom(...grains).map((grain) => ({ grain }))
	);
	return fc
		.record({ filter, splits: fc.array(split, { maxLength: 2 }) })
		.filter(
			({ splits }) => !(splits.length === 2 && splits.every((one) => 'by' in one && one.by === 'taxonomy'))
		);
}

function asFields(lists: readonly { readonly field: ListField; readonly values: readonly string[] }[]) {
	return Object.fromEntries(lists.map(({ field, values }) => [field, values]));
}
