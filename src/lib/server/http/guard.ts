import { error, type RequestEvent } from '@sveltejs/kit';
import { EarshotError, type ErrorCode } from '#core/domain/errors.ts';
import { readConfig } from '../app/config.ts';
import { openDeps, type OpenedDeps } from '../app/deps.ts';
import { openLog } from '../app/log.ts';
import type { Verb } from '../app/verb.ts';

const statusOf: Readonly<Record<ErrorCode, number>> = {
	'not-found': 404,
	forbidden: 403,
	'bad-input': 400,
	'bad-file': 422,
	'bad-items': 422,
	'too-large': 413,
	busy: 409,
	'facts-in-use': 503,
	'store-newer': 503,
	'bad-pack': 500
};

const log = openLog(process.env.LOG_LEVEL || 'warn');
let opened: Promise<OpenedDeps> | null = null;

/** Opens store, facts and packs once, before the first request; closes them when the server shuts down. */
export async function startServing(): Promise<void> {
	opened ??= openDeps(readConfig(process.env), log);
	await opened;
	process.once('sveltekit:shutdown', () => void stopServing());
}

async function stopServing(): Promise<void> {
	const deps = await opened;
	opened = null;
	await deps?.close();
}

/**
 * The one way from a route to a verb: as the request's actor, and with expected failures turned into HTTP once.
 * Routes have no other access to store or facts.
 */
export async function ask<Input, Output>(
	event: Pick<RequestEvent, 'locals'>,
	verb: Verb<Input, Output>,
	input: Input
): Promise<Output> {
	try {
		return await attempt(event, verb, input);
	} catch (cause) {
		if (cause instanceof EarshotError) error(statusOf[cause.code], cause.message);
		throw cause;
	}
}

/** As {@link ask}, for forms that show an expected failure themselves: the EarshotError comes through. */
export async function attempt<Input, Output>(
	{ locals }: Pick<RequestEvent, 'locals'>,
	verb: Verb<Input, Output>,
	input: Input
): Promise<Output> {
	if (!opened) throw new EarshotError('busy', 'Earshot is shutting down.');
	return verb(await opened, locals.actor, input);
}

/** Logs a bug under the id that its page shows. */
export function logFailure(id: string, cause: unknown): void {
	const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
	log.error({ id, message, stack }, 'request failed');
}
