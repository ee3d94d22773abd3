import { EarshotError } from './errors.ts';

/**
 * `collecting`: no version yet · `locked`: cut off · `computed`: frozen · `prepared`: commented by its maker · `reviewed`:
 * its tags were checked · `restated`: a later version was signed.
 */
export const flowStates = [
	'collecting',
	'locked',
	'computed',
	'prepared',
	'reviewed',
	'signed',
	'published',
	'restated'
] as const;
export type FlowState = (typeof flowStates)[number];

/**
 * `send-back`: to its maker, with a reason · `recompute`: freeze the month again · `hand-out`: publish unsigned, with the
 * watermark, without a change of state · `supersede`: a later version was signed.
 */
export const flowSteps = [
	'lock',
	'compute',
	'recompute',
	'prepare',
	'review',
	'send-back',
	'sign',
	'publish',
	'hand-out',
	'supersede'
] as const;
export type FlowStep = (typeof flowSteps)[number];

interface Move {
	readonly from: readonly FlowState[];
	/** Null: it stays as it is. */
	readonly to: FlowState | null;
}

const moves: Readonly<Record<FlowStep, Move>> = {
	lock: { from: ['collecting'], to: 'locked' },
	compute: { from: ['locked'], to: 'computed' },
	recompute: { from: ['computed', 'prepared', 'reviewed'], to: 'computed' },
	prepare: { from: ['computed'], to: 'prepared' },
	review: { from: ['prepared'], to: 'reviewed' },
	'send-back': { from: ['prepared', 'reviewed'], to: 'computed' },
	sign: { from: ['reviewed'], to: 'signed' },
	publish: { from: ['signed'], to: 'published' },
	'hand-out': { from: ['computed', 'prepared', 'reviewed'], to: null },
	supersede: { from: ['signed', 'published'], to: 'restated' }
};

/** Who did what with a version, and what is there to decide about. */
export interface FlowFacts {
	readonly state: FlowState;
	/** Who prepared it last, and who wrote a comment. */
	readonly makerIds: readonly string[];
	/** KPIs that ask for a comment and have none. */
	readonly uncommented: readonly string[];
	/** Tags of the sample that nobody but its makers has judged. */
	readonly unjudged: number;
}

export function canStep(state: FlowState, step: FlowStep): boolean {
	return moves[step].from.includes(state);
}

/**
 * The state after a step. Throws `bad-input` where the state, a missing comment or an open tag forbids it, and
 * `forbidden` where somebody would check or sign what is his own work.
 */
export function nextState(
	{ state, makerIds, uncommented, unjudged }: FlowFacts,
	step: FlowStep,
	actorId: string
): FlowState {
	if (!canStep(state, step))
		throw new EarshotError(
			'bad-input',
			`The report is ${state}: “${step}” is not possible now. Load the page again to see who did what.`
		);
	if (step === 'prepare' && uncommented.length > 0)
		throw new EarshotError(
			'bad-input',
			`Comment on every red and amber figure first: ${uncommented.join(', ')}.`
		);
	if ((step === 'review' || step === 'sign') && makerIds.includes(actorId))
		throw new EarshotError(
			'forbidden',
			`Whoever prepared the report or wrote a comment cannot ${step} it: ask somebody else.`
		);
	if (step === 'review' && unjudged > 0)
		throw new EarshotError('bad-input', `Judge the whole sample first: ${unjudged} tags are open.`);
	return moves[step].to ?? state;
}

/** Is there a snapshot that readers should see instead of the data of today? */
export function isFrozen(state: FlowState): boolean {
	return state !== 'collecting' && state !== 'locked';
}

/** Did somebody put his name to it? */
export function isSigned(state: FlowState): boolean {
	return state === 'signed' || state === 'published' || state === 'restated';
}
