import type { Command } from 'commander';
import { localAdministrator, type Actor } from '#core/domain/actor.ts';
import type { Deps } from '#server/app/deps.ts';
import { choosePerson } from '#server/app/people.ts';

/** `--person`, for commands that change something: who is written down for it, and whose permissions count. */
export function withPerson(command: Command): Command {
	return command.option(
		'--person <id>',
		'who does it, as “earshot people” lists them; else the administrator'
	);
}

/** Throws `not-found` for an id that is not an active person's. */
export async function actorFor(deps: Deps, id: string | undefined): Promise<Actor> {
	return id === undefined ? localAdministrator : choosePerson(deps, localAdministrator, id);
}
