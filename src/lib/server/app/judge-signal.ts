import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { checkStep, type SignalStep } from '#core/domain/signal-state.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { addSignalEvent, getSignalRow, moveSignal } from '../storage/signals.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

export interface JudgeInput {
	readonly id: number;
	readonly step: SignalStep;
}

/**
 * Acknowledges or closes a signal and keeps who did it, when and why. Throws `not-found` also outside the actor's
 * scope, `bad-input` where the step does not fit, `busy` where somebody else was quicker.
 */
export const judgeSignal = verb(
	'review',
	async (deps: Deps, actor: Actor, { id, step }: JudgeInput): Promise<void> => {
		const row = await getSignalRow(deps.store, actor.scope, id);
		if (!row) throw new EarshotError('not-found', `There is no signal ${id} here.`);
		const note = checkStep(row.state, step);
		const reason = step.to === 'closed' ? step.reason : null;
		await inWrite(deps.store, async (trx) => {
			if (!(await moveSignal(trx, id, row.state, { state: step.to, reason })))
				throw new EarshotError('busy', `Signal ${id} was changed by somebody else. Load the page again.`);
			await addSignalEvent(trx, {
				signalId: id,
				kind: step.to,
				at: deps.now().toISOString(),
				actorId: actor.id,
				actorName: actor.name,
				reason,
				note,
				figures: null
			});
		});
		deps.log.info({ signalId: id, to: step.to, reason }, 'signal judged');
	}
);
