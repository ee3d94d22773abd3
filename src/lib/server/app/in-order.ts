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

/**
 * What `work` makes of each item, in their order; up to `mostAhead` of them are worked on at once. What was read before an
 * error of the items comes before it; an error of the work ends all.
 */
export async function* inOrder<Item, Result>(
	items: AsyncIterable<Item>,
	work: (item: Item) => Promise<Result>,
	mostAhead: number
): AsyncGenerator<Result> {
	const ahead: { readonly result: Promise<Result>; isSettled: boolean }[] = [];
	const iterator = items[Symbol.asyncIterator]();
	let failure: { readonly error: unknown } | null = null;
	try {
		for (;;) {
			const next = await iterator.next().catch((error: unknown) => void (failure = { error }));
			if (!next || next.done) break;
			const each = { result: work(next.value), isSettled: false };
			const settle = () => void (each.isSettled = true);
			each.result.then(settle, settle);
			ahead.push(each);
			for (let first = ahead[0]; first && (first.isSettled || ahead.length > mostAhead); first = ahead[0]) {
				ahead.shift();
				yield await first.result;
			}
		}
		for (const { result } of ahead) yield await result;
	} finally {
		await iterator.return?.();
	}
	if (failure) throw (failure as { readonly error: unknown }).error;
}
