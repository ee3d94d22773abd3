import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { Period } from '#core/domain/period.ts';
import { dayIn } from '#core/domain/period.ts';
import { scanRules } from '#core/stats/scan/scan-rules.ts';
import { countByOrigin } from '../facts/questions/count-by-origin.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { addBaseline } from '../storage/signal-scans.ts';
import type { Deps } from './deps.ts';
import { readScanContext } from './scan-signals/scan-context.ts';
import { verb } from './verb.ts';

export interface RebaseInput {
	/** Whole months. */
	readonly period: Period;
	/** Why the usual is now another; kept with it. */
	readonly reason: string;
}

/**
 * Sets the months anew that limits are made of, from the next scan on. Throws `bad-input` without a reason, and for a
 * period that is not 12 to 24 complete months with a later month to judge.
 */
export const rebaseSignals = verb(
	'administer',
	async (deps: Deps, actor: Actor, { period, reason }: RebaseInput): Promise<void> => {
		if (reason.trim() === '')
			throw new EarshotError('bad-input', 'A new baseline needs a reason: say what changed, and when.');
		const source = await deps.facts.upToDate(null);
		const origin = (await countByOrigin(source)).imported > 0 ? 'imported' : 'simulated';
		const asOf = dayIn(deps.timeZone, deps.now());
		const { months } = await readScanContext(deps, source, { origin, asOf, fixed: null });
		const own = months.filter((month) => `${month}-01` >= period.from && `${month}-01` < period.to);
		const { fewest, most } = scanRules.baseline;
		const isWhole = period.from.endsWith('-01') && period.to.endsWith('-01');
		const isCovered = own[0] === period.from.slice(0, 7) && own.at(-1) !== months.at(-1);
		if (!isWhole || !isCovered || own.length < fewest || own.length > most)
			throw new EarshotError(
				'bad-input',
				`A baseline is ${fewest} to ${most} whole months with feedback and contacts, before the latest complete month.`
			);
		await inWrite(deps.store, (trx) =>
			addBaseline(trx, {
				origin,
				fromOn: period.from,
				toOn: period.to,
				setAt: deps.now().toISOString(),
				actorId: actor.id,
				actorName: actor.name,
				reason: reason.trim()
			})
		);
	}
);
