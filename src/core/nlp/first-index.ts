/** Index of the first element for which `isReached` holds, once it holds for all after it; the length without one. */
export function firstIndex<T>(list: readonly T[], isReached: (element: T) => boolean): number {
	let low = 0;
	for (let high = list.length; low < high;) {
		const middle = (low + high) >> 1;
		if (isReached(list[middle] as T)) high = middle;
		else low = middle + 1;
	}
	return low;
}
