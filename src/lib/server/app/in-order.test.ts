import { describe, expect, it } from 'vitest';
import { groupsOf, inOrder } from './in-order.ts';

async function* counting(to: number, failure?: Error): AsyncGenerator<number> {
	for (let at = 1; at <= to; at++) yield at;
	if (failure) throw failure;
}

/** What comes out, and the message of the error that ends it. */
async function outcome<Result>(results: AsyncIterable<Result>) {
	const found: Result[] = [];
	try {
		for await (const result of results) found.push(result);
	} catch (error) {
		return { found, error: (error as Error).message };
	}
	return { found };
}

const after = <Result>(ms: number, result: Result) =>
	new Promise<Result>((resolve) => setTimeout(() => resolve(result), ms));

const hasRoom = async () => true;

describe('work that is done ahead', () => {
	it('comes in the order of the items, and no more of it than asked for is under way', async () => {
		let underWay = 0;
		let most = 0;
		const work = async (item: number) => {
			most = Math.max(most, ++underWay);
			await after((7 * item) % 5, null);
			underWay--;
			return item * 10;
		};
		const { found } = await outcome(inOrder(counting(30), { work, hasRoom }, 4));
		expect(found).toEqual(Array.from({ length: 30 }, (_, at) => (at + 1) * 10));
		expect(most).toBeGreaterThan(1);
		expect(most).toBeLessThanOrEqual(5);
	});

	it('gives what was read before an error of the source, in groups too, and then the error', async () => {
		const rows = counting(7, new Error('The file ends.'));
		const work = async (group: readonly number[]) => after(group.length, group.join(' '));
		expect(await outcome(inOrder(groupsOf(rows, 3), { work, hasRoom }, 2))).toEqual({
			found: ['1 2 3', '4 5 6', '7'],
			error: 'The file ends.'
		});
	});

	it('gives nothing of what comes after work that failed', async () => {
		const work = async (item: number) => {
			await after(item === 2 ? 5 : 0, null);
			if (item === 2) throw new Error('No.');
			return item;
		};
		expect(await outcome(inOrder(counting(6), { work, hasRoom }, 10))).toEqual({ found: [1], error: 'No.' });
	});

	it('gives others work before it gives out what is done, and does not take more on where none has room', async () => {
		const told: string[] = [];
		let room = 3;
		const works = {
			work: async (item: number) => {
				told.push(`begun ${item}`);
				room--;
				return item;
			},
			hasRoom: async () => room > 0
		};
		for await (const item of inOrder(counting(5), works, 10)) {
			told.push(`used ${item}`);
			if (item === 1) room = 1;
		}
		expect(told).toEqual([
			...['begun 1', 'begun 2', 'begun 3', 'used 1', 'begun 4'],
			...['used 2', 'used 3', 'used 4', 'begun 5', 'used 5']
		]);
	});
});
