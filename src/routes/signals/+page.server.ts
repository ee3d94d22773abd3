import { parseSelection, statesOf } from '#lib/url/signal-params.ts';
import { signals } from '#server/app/signals.ts';
import { ask } from '#server/http/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const selection = parseSelection(event.url.searchParams);
	const page = await ask(event, signals, {
		states: statesOf(selection.state),
		kinds: selection.kind ? [selection.kind] : [],
		units: selection.unit ? [selection.unit] : [],
		origin: selection.origin
	});
	return { ...page, selection };
};
