import { getContext, setContext } from 'svelte';

const key = Symbol('chart note');

/** What pictures of all charts below must say of their data, as that they are simulated. */
export function provideChartNote(read: () => string): void {
	setContext(key, read);
}

export function useChartNote(): () => string {
	return getContext<(() => string) | undefined>(key) ?? (() => '');
}
