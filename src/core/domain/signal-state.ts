import { EarshotError } from './errors.ts';
import type { CloseReason, SignalState } from './signal.ts';

/** What a person may do with a signal. */
export type SignalStep =
	| { readonly to: 'acknowledged'; readonly note: string }
	| { readonly to: 'closed'; readonly reason: CloseReason; readonly note: string };

const from: Readonly<Record<SignalStep['to'], readonly SignalState[]>> = {
	acknowledged: ['new'],
	closed: ['new', 'acknowledged']
};

export const longestNote = 2000;

/**
 * The note as it is kept. Throws `bad-input` where a signal in this state cannot take the step, where the reason
 * “other” comes without words, and for a note that is too long.
 */
export function checkStep(state: SignalState, step: SignalStep): string {
	if (!from[step.to].includes(state))
		throw new EarshotError(
			'bad-input',
			`This signal is already ${state}. Load the page again to see who did it.`
		);
	const note = step.note.trim();
	if (note.length > longestNote)
		throw new EarshotError('bad-input', `The note is longer than ${longestNote} characters: shorten it.`);
	if (step.to === 'closed' && step.reason === 'other' && note === '')
		throw new EarshotError('bad-input', 'The reason “other” needs a note: say why the signal is closed.');
	return note;
}
