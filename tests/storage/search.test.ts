import fc from 'fast-check';
import stemmers from 'natural/lib/natural/stemmers/index.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/domain/filter.ts';
import { parseQuery, type SearchNode } from '#core/domain/search/parse-query.ts';
import { createHitFinder } from '#core/text/search-hits.ts';
import { inWrite } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { listFeedback } from '#server/storage/feedback-list.ts';
import { feedbackSorts, type Cursor } from '#server/storage/feedback-sort.ts';
import { writeFeedback } from '#server/storage/feedback-write.ts';
import { startImport } from '#server/storage/imports.ts';
import { fillSearch } from '#server/storage/search-index.ts';
import { findTexts } from '#server/storage/search-match.ts';
import { putSetting } from '#server/storage/settings.ts';
import { aContext, aFeedback } from './a-feedback.ts';
import { stores } from './stores.ts';

/** Small enough that random texts and random queries meet; the parts of Chinese words overlap. */
const english = [
	'call',
	'calls',
	'calling',
	'called',
	'mother',
	'pay',
	'payment',
	'happiness',
	'fly',
	'flies',
	"don't",
	'1,200'
];
const chinese = ['催', '收', '催收', '打电话', '电话', '话', '威胁', '他'];
const aText = fc
	.array(fc.constantFrom(...english, ...chinese, '，', '! ', '«phone»'), { maxLength: 8 })
	.map((parts) =>
		parts.reduce((text, part) => text + (/\w$/.test(text) && /^\w/.test(part) ? ' ' : '') + part, '')
	);
const someWords = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...english, ...chinese) },
	{
		weight: 1,
		arbitrary: fc.constantFrom('催收打', '话，他', 'call 催', '他call', 'call mother', 'fli', 'paym')
	}
);
const aNode: fc.Arbitrary<SearchNode> = fc.letrec<{ node: SearchNode }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 3, depthIdentifier: 'node' },
		fc.record({ kind: fc.constant('words' as const), text: someWords, isPrefix: fc.boolean() }),
		fc.record({
			kind: fc.constantFrom('and' as const, 'or' as const),
			parts: fc.array(tie('node'), { minLength: 2, maxLength: 3, depthIdentifier: 'node' })
		}),
		fc.record({ kind: fc.constant('not' as const), part: tie('node') })
	)
})).node;

/** The grammar's own writing of a node. */
function write(node: SearchNode): string {
	if (node.kind === 'words')
		return node.isPrefix && !/[\s，,']/.test(node.text) ? `${node.text}*` : `"${node.text}"`;
	if (node.kind === 'not') return `NOT ${write(node.part)}`;
	return `(${node.parts.map(write).join(node.kind === 'and' ? ' AND ' : ' OR ')})`;
}

/** What the grammar promises, said without index and without tokens: Chinese by substring, words by their stems in a row. */
function holds(node: SearchNode | null, text: string): boolean {
	if (node === null) return true;
	if (node.kind === 'not') return !holds(node.part, text);
	if (node.kind === 'and') return node.parts.every((part) => holds(part, text));
	if (node.kind === 'or') return node.parts.some((part) => holds(part, text));
	if (node.kind !== 'words') return false;
	const plain = (one: string) =>
		one
			.toLowerCase()
			.replaceAll("'", '')
			.replace(/«phone»/g, ' § ');
	const stem = (word: string) => stemmers.PorterStemmer.stem(word);
	const asked = plain(node.text).match(/[a-z0-9]+|[^\x00-\x7f，。§]+/g) ?? [];
	const isPrefix = node.isPrefix && /[a-z0-9]$/.test(node.text);
	// Pieces in a row, where Chinese may begin and end anywhere in its run.
	const pieces = plain(text).match(/[a-z0-9]+|[^\x00-\x7f，。§ ]+|§/g) ?? [];
	return pieces.some((_, at) =>
		asked.every((one, nth) => {
			const piece = pieces[at + nth];
			if (piece === undefined) return false;
			const isFirst = nth === 0;
			const isLast = nth === asked.length - 1;
			if (/[a-z0-9]/.test(one)) {
				if (!/[a-z0-9]/.test(piece)) return false;
				if (!isLast || !isPrefix) return stem(piece) === stem(one);
				return stem(piece).startsWith(one) || (asked.length === 1 && piece.startsWith(one));
			}
			if (isFirst && isLast) return piece.includes(one);
			if (isFirst) return piece.endsWith(one);
			return isLast ? piece.startsWith(one) : piece === one;
		})
	);
}

describe.each(Object.keys(stores))('search in %s', (name) => {
	let store: Store;
	const writeAll = async (texts: readonly string[], ids?: readonly string[]): Promise<void> => {
		const importId = await startImport(store, {
			...{ importer: 'complaints', fileName: 'a.csv', fileHash: '', actorId: 'local', origin: 'imported' },
			startedAt: '2026-11-01T00:00:00.000Z'
		});
		const batch = texts.map((text, at) =>
			aFeedback({ text, ...(ids ? { externalId: ids[at] as string } : {}) })
		);
		await inWrite(store, (trx) => writeFeedback(trx, batch, aContext({ importId })));
	};
	const found = async (text: string): Promise<string[]> => {
		const rows = await listFeedback(
			store,
			null,
			{ ...emptyFilter, text },
			{ sort: 'oldest', after: null, limit: 5000 }
		);
		return rows.map((row) => row.text);
	};
	beforeAll(async () => {
		store = await (stores[name] as () => Promise<Store>)();
	});
	afterAll(() => store.close());
	const clear = async (): Promise<void> => {
		await store.db.deleteFrom('templateBand').execute();
		await store.db.deleteFrom('feedbackLink').execute();
		await store.db.deleteFrom('feedbackVersion').execute();
		await store.db.deleteFrom('feedback').execute();
	};

	it('finds words, stems, phrases, beginnings, and Chinese of any length in either script', async () => {
		await clear();
		const texts = [
			'They kept calling my mother.',
			'A call, to my mother.',
			'催收员辱骂我，还打我老婆电话。',
			'催收員威脅我',
			'Happiness is not a debt: pay «phone» by 5 pm.',
			''
		];
		await writeAll(texts);
		const at = async (query: string) => (await found(query)).map((text) => texts.indexOf(text));
		expect(await at('called')).toEqual([0, 1]);
		expect(await at('"calling my mother"')).toEqual([0]);
		expect(await at('happin*')).toEqual([4]);
		expect(await at('催')).toEqual([2, 3]);
		expect(await at('辱骂')).toEqual([2]);
		expect(await at('辱罵')).toEqual([2]);
		expect(await at('威胁')).toEqual([3]);
		expect(await at('老婆电话')).toEqual([2]);
		expect(await at('老婆话')).toEqual([]);
		expect(await at('我还')).toEqual([]);
		expect(await at('电话 OR mother -call')).toEqual([2]);
		expect(await at('NOT (call OR 催收)')).toEqual([4, 5]);
		expect(await at('phone')).toEqual([]);
		expect(await at('«phone»')).toEqual([4]);
		expect(await at('!!!')).toEqual([0, 1, 2, 3, 4, 5]);
	});

	it('is kept current by changes and deletions, and made for texts that were stored before it', async () => {
		await clear();
		await writeAll(['before the change', 'it stays'], ['one', 'two']);
		await writeAll(['after everything'], ['one']);
		expect(await found('before')).toEqual([]);
		expect(await found('after')).toEqual(['after everything']);
		await store.db.deleteFrom('feedbackVersion').execute();
		await store.db.deleteFrom('feedback').where('text', '=', 'after everything').execute();
		expect((await findTexts(store, 'after'))?.ids).toEqual([]);
		await sql`delete from feedback_search`.execute(store.db);
		expect(await found('stays')).toEqual([]);
		await putSetting(store, 'search_index', 'of an older version');
		expect(await fillSearch(store)).toBe(1);
		expect(await found('stays')).toEqual(['it stays']);
		expect(await fillSearch(store)).toBe(0);
	});

	it('finds exactly the texts for which the query holds', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(aText, { minLength: 1, maxLength: 12 }),
				fc.array(aNode, { maxLength: 6 }),
				async (texts, nodes) => {
					await clear();
					await writeAll(texts);
					for (const node of nodes) {
						const query = write(node);
						const meant = parseQuery(query);
						expect(meant.issues).toEqual([]);
						expect(await found(query), query).toEqual(texts.filter((text) => holds(meant.node, text)));
					}
				}
			),
			{ numRuns: name === 'sqlite' ? 150 : 30 }
		);
	}, 120_000);

	it('marks a hit in every text that a search for words alone finds, and in no other', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(aText, { minLength: 1, maxLength: 8 }),
				someWords,
				fc.boolean(),
				async (texts, words, isPrefix) => {
					await clear();
					await writeAll(texts);
					const node: SearchNode = { kind: 'words', text: words, isPrefix };
					const hitsOf = createHitFinder(parseQuery(write(node)).node);
					expect(texts.filter((text) => hitsOf(text).length > 0)).toEqual(await found(write(node)));
				}
			),
			{ numRuns: name === 'sqlite' ? 100 : 20 }
		);
	}, 120_000);

	it('never fails, whatever is searched for', async () => {
		const sign = fc.constantFrom(...`"'()（）“”-*\\:&|!<>^{}+~;%_¶«»,.NOTANDOR a1催`);
		const query = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 60 }),
			fc.string({ unit: sign, maxLength: 60 })
		);
		await fc.assert(
			fc.asyncProperty(query, async (text) => {
				expect(Array.isArray(await found(text))).toBe(true);
			}),
			{ numRuns: name === 'sqlite' ? 500 : 150 }
		);
		await writeAll(["Robert'); drop table feedback; --"]);
		expect(await found("'); drop table")).toHaveLength(1);
	}, 120_000);

	it('pages through every order without gap or repetition, also where keys are equal', async () => {
		await clear();
		const importId = await startImport(store, {
			...{ importer: 'complaints', fileName: 'b.csv', fileHash: '', actorId: 'local', origin: 'imported' },
			startedAt: '2026-11-01T00:00:00.000Z'
		});
		const batch = Array.from({ length: 23 }, (_, at) =>
			aFeedback({
				text: `${'call '.repeat(1 + (at % 3))}number ${at % 5}`,
				receivedOn: at % 4 === 0 ? null : `2026-10-0${1 + (at % 3)}`,
				standing: {
					isComplaint: true,
					severity: ([0, 1, 2] as const)[at % 3] ?? 0,
					urgency: (['U1', 'U2', 'U4'] as const)[at % 3] ?? 'U4'
				}
			})
		);
		await inWrite(store, (trx) => writeFeedback(trx, batch, aContext({ importId })));
		for (const sort of feedbackSorts) {
			const filter = { ...emptyFilter, text: 'call' };
			const whole = await listFeedback(store, null, filter, { sort, after: null, limit: 100 });
			expect(whole).toHaveLength(23);
			const paged: number[] = [];
			for (let after: Cursor | null = null, isMore = true; isMore;) {
				const page = await listFeedback(store, null, filter, { sort, after, limit: 4 });
				paged.push(...page.map(({ id }) => id));
				after = page.at(-1)?.cursor ?? null;
				isMore = page.length === 4;
			}
			expect(paged, sort).toEqual(whole.map(({ id }) => id));
		}
		const relevant = await listFeedback(
			store,
			null,
			{ ...emptyFilter, text: 'call' },
			{ sort: 'relevant', after: null, limit: 3 }
		);
		expect(relevant.every(({ text }) => text.startsWith('call call call'))).toBe(true);
	});
});
