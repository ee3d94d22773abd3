import type { Actor } from '#core/domain/actor.ts';

declare global {
	namespace App {
		interface Locals {
			actor: Actor;
			/** SVG drawn for this request's page, by number. */
			drawings: string[];
		}
		interface Error {
			message: string;
			/** Of an unexpected error, as in the log. */
			id?: string;
		}
	}
}
