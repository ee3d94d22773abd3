import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EarshotError } from './errors.ts';
import {
	canStep,
	flowStates,
	flowSteps,
	isSigned,
	nextState,
	type FlowState,
	type FlowStep
} from './report-flow.ts';

const people = ['ann', 'bo', 'cy'] as const;
/** The way forward more often than the ways aside: a walk that only stumbles never reaches a signature. */
const forward = ['lock', 'compute', 'prepare', 'review', 'sign'] as const satisfies readonly FlowStep[];
interface Act {
	readonly step: FlowStep;
	readonly by: string;
	readonly uncommented: readonly string[];
	readonly unjudged: number;
}
const acts: fc.Arbitrary<Act> = fc.record({
	step: fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom<FlowStep[]>(...forward) },
		{ weight: 1, arbitrary: fc.constantFrom<FlowStep[]>(...flowSteps) }
	),
	by: fc.constantFrom(...people),
	uncommented: fc.constantFrom<(readonly string[])[]>([], [], ['K03']),
	unjudged: fc.constantFrom(0, 0, 3)
});

interface Done {
	readonly step: FlowStep;
	readonly by: string;
	readonly to: FlowState;
}

/** Whatever people try, in whatever order; what is refused changes nothing. */
function play(tries: readonly Act[]): readonly Done[] {
	let state: FlowState = 'collecting';
	let makerIds: readonly string[] = [];
	const done: Done[] = [];
	for (const { step, by, uncommented, unjudged } of tries) {
		try {
			state = nextState({ state, makerIds, uncommented, unjudged }, step, by);
		} catch (cause) {
			if (!(cause instanceof EarshotError)) throw cause;
			continue;
		}
		if (step === 'prepare') makerIds = [by];
		done.push({ step, by, to: state });
	}
	return done;
}

const tries = fc.array(acts, { minLength: 10, maxLength: 80, size: 'max' });

test('nothing is signed that was not frozen, prepared and reviewed since, and never by its maker', () => {
	let signings = 0;
	fc.assert(
		fc.property(tries, (all) => {
			const done = play(all);
			const at = done.findIndex(({ step }) => step === 'sign');
			if (at < 0) return;
			signings++;
			const before = done.slice(0, at).filter(({ step }) => step !== 'hand-out');
			expect(before.slice(-2).map(({ step }) => step)).toEqual(['prepare', 'review']);
			expect(before.some(({ step }) => step === 'compute')).toBe(true);
			const maker = before.at(-2)?.by;
			expect(done[at]?.by).not.toBe(maker);
			expect(before.at(-1)?.by).not.toBe(maker);
		}),
		{ numRuns: 500 }
	);
	expect(signings).toBeGreaterThan(50);
});

test('what is signed is never frozen, prepared or sent back again', () => {
	for (const state of flowStates.filter(isSigned))
		expect(
			flowSteps
				.filter((step) => canStep(state, step))
				.every((step) => ['publish', 'supersede'].includes(step))
		).toBe(true);
	fc.assert(
		fc.property(tries, (all) => {
			const done = play(all);
			const at = done.findIndex(({ to }) => isSigned(to));
			expect(at < 0 || done.slice(at).every(({ to }) => isSigned(to))).toBe(true);
		})
	);
});

test('handing out an unsigned report leaves it unsigned', () => {
	for (const state of ['computed', 'prepared', 'reviewed'] as const)
		expect(nextState({ state, makerIds: [], uncommented: [], unjudged: 9 }, 'hand-out', 'ann')).toBe(state);
});

test('each refusal says why', () => {
	const facts = { state: 'prepared', makerIds: ['ann'], uncommented: [], unjudged: 2 } as const;
	expect(() => nextState(facts, 'review', 'ann')).toThrow(/prepared the report/);
	expect(() => nextState(facts, 'review', 'bo')).toThrow(/2 tags are open/);
	expect(() => nextState({ ...facts, state: 'computed', uncommented: ['K03'] }, 'prepare', 'bo')).toThrow(
		/K03/
	);
	expect(() => nextState({ ...facts, state: 'reviewed' }, 'sign', 'ann')).toThrow(/somebody else/);
});
