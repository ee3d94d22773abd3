import {
	signalKinds,
	signalStates,
	signalUnits,
	type SignalKind,
	type SignalState
} from '#core/domain/signal.ts';

export const stateChoices = ['open', ...signalStates, 'all'] as const;
export type StateChoice = (typeof stateChoices)[number];

/** What part of the signals is listed. */
export interface SignalSelection {
	readonly state: StateChoice;
	readonly kind: SignalKind | null;
	/** Unit and id, as `team:wuhan-1`. */
	readonly unit: string | null;
	readonly origin: 'imported' | 'simulated' | null;
}

const longestUnit = 200;

/** Tolerant as the filter is: what cannot be read falls back to its default. */
export function parseSelection(search: URLSearchParams): SignalSelection {
	const unit = search.get('unit') ?? '';
	const isUnit = signalUnits.some((one) => unit.startsWith(`${one}:`)) && unit.length <= longestUnit;
	const origin = search.get('origin');
	return {
		state: stateChoices.find((one) => one === search.get('state')) ?? 'open',
		kind: signalKinds.find((one) => one === search.get('kind')) ?? null,
		unit: isUnit ? unit : null,
		origin: origin === 'imported' || origin === 'simulated' ? origin : null
	};
}

/** The states a choice stands for. */
export function statesOf(choice: StateChoice): readonly SignalState[] {
	if (choice === 'open') return ['new', 'acknowledged'];
	return choice === 'all' ? signalStates : [choice];
}
