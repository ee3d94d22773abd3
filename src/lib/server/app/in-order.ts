/** Rows in groups. What was read before an error comes before it. */
export async function* groupsOf<Row>(rows: AsyncIterable<Row>, size: number): AsyncGenerator<readonly Row[]> {
	let group: Row[] = [];
	let failure: { readonly error: unknown } | null = null;
	try {
		for await (const row of rows) {
			group.push(row);
			if (group.length < size) continue;
			yield group;
			group = [];
		}
	} catch (error) {
		failure = { error };
	}
	if (group.length > 0) yield group;
	if (failure) throw failure.error;
}

export interface Works<Item, Result> {
	readonly work: (item: Item) => Promise<Result>;
	/** Somebody else could take an item at once. */
	readonly hasRoom: () => Promise<boolean>;
}

/**
 * What `work` makes of each item, in their order; up to `mostAhead` of them are worked on at once. Whoever has room is
 * given an item before a result is given out, so that nobody is idle while it is used. What was read before an error of the
 * items comes before it; an error of the work ends all.
 */
export async function* inOrder<Item, Result>(
	items: AsyncIterable<Item>,
	{ work, hasRoom }: Works<Item, Result>,
	mostAhead: number
): AsyncGenerator<Result> {
	const ahead: { readonly result: Promise<Result>; isSettled: boolean }[] = [];
	const iterator = items[Symbol.asyncIterator]();
	let isOver = false;
	let failure: { readonly error: unknown } | null = null;
	try {
		while (!isOver || ahead.length > 0) {
			const [first] = ahead;
			const isFull = isOver || ahead.length > mostAhead;
			const isWanted = !isFull && (await hasRoom());
			if (first && !isWanted && (isFull || first.isSettled)) {
				ahead.shift();
				yield await first.result;
				continue;
			}
			const next = await iterator.next().catch((error: unknown) => void (failure = { error }));
			if (!next || next.done) {
				isOver = true;
				continue;
			}
			const each = { result: work(next.value), isSettled: false };
			const settle = () => void (each.isSettled = true);
			each.result.then(settle, settle);
			ahead.push(each);
		}
	} finally {
		await iterator.return?.();
	}
	if (failure) throw (failure as { readonly error: unknown }).error;
}
