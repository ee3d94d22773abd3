import { expect, test } from 'vitest';
import { cacheOfRows } from './answer-cache.ts';

function counting(rows: readonly Record<string, unknown>[] = [{ count: 1 }]) {
	let asked = 0;
	return {
		ask: async () => {
			asked++;
			return rows;
		},
		asked: () => asked
	};
}

test('the same question twice, also at once, is asked once', async () => {
	const cache = cacheOfRows();
	const { ask, asked } = counting();
	await Promise.all([cache.answer('a', ask), cache.answer('a', ask)]);
	expect(await cache.answer('a', ask)).toEqual([{ count: 1 }]);
	expect(asked()).toBe(1);
});

test('after a change it is asked again, even where the first answer came late', async () => {
	const cache = cacheOfRows();
	const late = Promise.withResolvers<readonly Record<string, unknown>[]>();
	const first = cache.answer('a', () => late.promise);
	cache.forget();
	const second = cache.answer('a', async () => [{ count: 2 }]);
	late.resolve([{ count: 1 }]);
	expect(await first).toEqual([{ count: 1 }]);
	expect(await second).toEqual([{ count: 2 }]);
	expect(await cache.answer('a', async () => [{ count: 3 }])).toEqual([{ count: 2 }]);
});

test('failures are not kept', async () => {
	const cache = cacheOfRows();
	await expect(cache.answer('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(await cache.answer('a', async () => [{ count: 1 }])).toEqual([{ count: 1 }]);
});

test('of a thousand answers the one not used for longest goes first; large ones are never kept', async () => {
	const cache = cacheOfRows();
	const oldest = counting();
	const used = counting();
	await cache.answer('oldest', oldest.ask);
	await cache.answer('used', used.ask);
	for (let at = 0; at < 999; at++) {
		await cache.answer(`other ${at}`, counting().ask);
		await cache.answer('used', used.ask);
	}
	await cache.answer('oldest', oldest.ask);
	expect([oldest.asked(), used.asked()]).toEqual([2, 1]);
	const large = counting(Array.from({ length: 5_001 }, (_, count) => ({ count })));
	await cache.answer('large', large.ask);
	await cache.answer('large', large.ask);
	expect(large.asked()).toBe(2);
});
