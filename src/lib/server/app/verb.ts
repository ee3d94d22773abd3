import { isAllowed, type Actor, type Permission } from '#core/domain/actor.ts';
import type { AuditEntry } from '#core/domain/audit.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { appendAudit } from '../storage/audit.ts';
import type { Deps } from './deps.ts';

/** Something an actor can do or ask. Called by the http guard and by the CLI, never by a page itself. */
export type Verb<Input, Output> = (deps: Deps, actor: Actor, input: Input) => Promise<Output>;

/** What of it is written down: null where nothing happened. */
export type Audited<Input, Output> = (input: Input, output: Output) => AuditEntry | null;

/**
 * Checks the actor's permission before anything else happens, and writes down who did it where `audited` says what it
 * was. The verb throws `forbidden` without the permission.
 */
export function verb<Input, Output>(
	permission: Permission,
	run: Verb<Input, Output>,
	audited?: Audited<Input, Output>
): Verb<Input, Output> {
	return async (deps, actor, input) => {
		if (!isAllowed(actor, permission))
			throw new EarshotError('forbidden', `${actor.name} may not ${permission} here. Ask an administrator.`);
		const output = await run(deps, actor, input);
		const entry = audited?.(input, output);
		if (entry) await appendAudit(deps.store, { at: deps.now().toISOString(), actor, entry });
		return output;
	};
}
