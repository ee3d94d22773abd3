import { isAllowed, type Actor, type Permission } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Deps } from './deps.ts';

/** Something an actor can do or ask. Called by the http guard and by the CLI, never by a page itself. */
export type Verb<Input, Output> = (deps: Deps, actor: Actor, input: Input) => Promise<Output>;

/** Checks the actor's permission before anything else happens. The verb throws `forbidden` without it. */
export function verb<Input, Output>(permission: Permission, run: Verb<Input, Output>): Verb<Input, Output> {
	return async (deps, actor, input) => {
		if (!isAllowed(actor, permission))
			throw new EarshotError('forbidden', `${actor.name} may not ${permission} here. Ask an administrator.`);
		return run(deps, actor, input);
	};
}
