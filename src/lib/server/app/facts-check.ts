import type { Actor } from '#core/domain/actor.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

/** Compares the facts with the store by count and checksum, after bringing them up to date. */
export const verifyFacts = verb('read', async ({ facts }: Deps, _actor: Actor, _input: void) =>
	facts.verify()
);

/** Makes the facts anew; returns the store's change number that they now hold. */
export const rebuildFacts = verb('administer', async ({ facts }: Deps, _actor: Actor, _input: void) =>
	facts.rebuild()
);
