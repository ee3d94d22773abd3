import type { RequestEvent } from '@sveltejs/kit';
import { EarshotError } from '#core/domain/errors.ts';
import type { KeyPermission } from '#core/domain/api-key.ts';
import { identifyKey, type ApiCaller } from '../app/api-keys.ts';
import type { Verb } from '../app/verb.ts';
import { attempt, logFailure } from './guard.ts';
import { problem, problemOf } from './problem.ts';
import { createRateLimit, readRate } from './rate-limit.ts';

let waitOf: ReturnType<typeof createRateLimit> | null = null;

/** Reads what the API is told by the environment. Throws when that makes no sense, so that the server does not start. */
export function startApi(env: Readonly<Record<string, string | undefined>>): void {
	waitOf = createRateLimit(readRate(env.EARSHOT_API_RATE));
}

export interface KeyedRequest {
	readonly caller: ApiCaller;
	/** As the key's owner: cookies and whoever is signed in play no part. */
	ask<Input, Output>(verb: Verb<Input, Output>, input: Input): Promise<Output>;
}

/**
 * The one way from a route of the API to a verb: with a key that is known, may do this and has not asked too often. Every
 * failure is answered as a problem; the body is not read before the key is known.
 */
export async function withKey(
	event: RequestEvent,
	permission: KeyPermission,
	answer: (request: KeyedRequest) => Promise<Response>
): Promise<Response> {
	try {
		const caller = await attempt(event, identifyKey, tokenOf(event.request));
		if (!caller)
			return problem(
				'no-key',
				'Send a key that was not revoked: “Authorization: Bearer ear_…”.',
				{},
				{
					'www-authenticate': 'Bearer realm="Earshot"'
				}
			);
		const seconds = waitOf?.(caller.keyId) ?? 0;
		if (seconds > 0)
			return problem(
				'too-many',
				`Ask again in ${Math.ceil(seconds)} s.`,
				{},
				{
					'retry-after': String(Math.ceil(seconds))
				}
			);
		if (!caller.actor.permissions?.includes(permission))
			return problem('not-allowed', `This key may not ${permission}.`);
		const locals = { ...event.locals, actor: caller.actor };
		return await answer({ caller, ask: (verb, input) => attempt({ locals }, verb, input) });
	} catch (cause) {
		if (cause instanceof EarshotError) return problemOf(cause);
		const id = crypto.randomUUID().slice(0, 8);
		logFailure(id, cause);
		return problem('internal', `The log has it under ${id}.`);
	}
}

function tokenOf(request: Request): string {
	return /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
}
