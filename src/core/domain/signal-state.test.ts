import { expect, test } from 'vitest';
import { closeReasons, signalStates } from './signal.ts';
import { checkStep, longestNote, type SignalStep } from './signal-state.ts';

const steps: readonly SignalStep[] = [
	{ to: 'acknowledged', note: '' },
	...closeReasons.map((reason) => ({ to: 'closed' as const, reason, note: 'Why.' }))
];

test('a signal goes from new to acknowledged to closed, may skip the middle, and never goes back', () => {
	const allowed = signalStates.flatMap((state) =>
		steps.filter((step) => !throws(() => checkStep(state, step))).map(({ to }) => `${state} → ${to}`)
	);
	expect([...new Set(allowed)]).toEqual(['new → acknowledged', 'new → closed', 'acknowledged → closed']);
});

test('the reason “other” needs words, the others do not', () => {
	for (const reason of closeReasons)
		expect(throws(() => checkStep('new', { to: 'closed', reason, note: '  ' }))).toBe(reason === 'other');
});

test('a note is kept without the spaces around it, and has an end', () => {
	expect(checkStep('new', { to: 'acknowledged', note: ' Called the agency. \n' })).toBe('Called the agency.');
	expect(throws(() => checkStep('new', { to: 'acknowledged', note: 'x'.repeat(longestNote + 1) }))).toBe(
		true
	);
});

function throws(run: () => unknown): boolean {
	try {
		run();
		return false;
	} catch {
		return true;
	}
}
