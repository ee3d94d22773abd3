import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import { continueImport } from '#server/app/continue-import.ts';
import { importView } from '#server/app/imports.ts';
import { cancelImport, requestRollBack } from '#server/app/roll-back-import.ts';
import type { Verb } from '#server/app/verb.ts';
import { ask, attempt } from '#server/http/guard.ts';
import { importIdOf } from './import-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, importView, importIdOf(event.params));

export const actions: Actions = {
	cancel: (event) => steer(event, cancelImport),
	continue: (event) => steer(event, continueImport),
	rollBack: (event) => steer(event, requestRollBack)
};

/** Shows the page anew; where the import is no longer what the page said, with one sentence. */
async function steer(event: RequestEvent<{ id: string }>, verb: Verb<number, void>) {
	const id = importIdOf(event.params);
	try {
		await attempt(event, verb, id);
	} catch (cause) {
		if (!(cause instanceof EarshotError)) throw cause;
		return fail(409, { message: cause.message });
	}
	redirect(303, `/imports/${id}`);
}
