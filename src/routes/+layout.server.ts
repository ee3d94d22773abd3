import { newSignalCount } from '#server/app/signals.ts';
import { ask } from '#server/http/guard.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => ({
	newSignals: await ask(event, newSignalCount, undefined)
});
