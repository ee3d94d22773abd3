import type { Actor } from '#core/domain/actor.ts';

declare global {
	namespace App {
		interface Locals {
			actor: Actor;
		}
		interface Error {
			message: string;
			/** Of an unexpected error, as in the log. */
			id?: string;
		}
	}
}
