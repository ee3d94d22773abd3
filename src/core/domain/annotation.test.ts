import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { touches, type Annotation } from './annotation.ts';
import { emptyFilter } from './filter.ts';
import { addDays } from './period.ts';

const event: Annotation = {
	id: 1,
	kind: 'training',
	title: 'Training',
	titleZh: null,
	fromOn: '2026-06-10',
	toOn: '2026-06-12',
	agencyId: null,
	teamId: null,
	channel: null,
	source: null,
	isSimulated: false
};
const june = { from: '2026-06-01', to: '2026-07-01' };

describe('an event touches a view', () => {
	it.each([
		['that ends with its first day', { from: '2026-06-01', to: '2026-06-11' }, true],
		['that ends before its first day', { from: '2026-06-01', to: '2026-06-10' }, false],
		['that begins with its last day', { from: '2026-06-11', to: '2026-07-01' }, true],
		['that begins after its last day', { from: '2026-06-12', to: '2026-07-01' }, false]
	])('%s: %o %s', (_what, period, expected) => {
		expect(touches(event, emptyFilter, period)).toBe(expected);
	});

	it('where they share a day, whatever the days are', () => {
		const days = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days));
		const range = fc.tuple(days, fc.integer({ min: 1, max: 20 }));
		fc.assert(
			fc.property(range, range, ([fromOn, length], [from, span]) => {
				const own = Array.from({ length }, (_, day) => addDays(fromOn, day));
				const shown = new Set(Array.from({ length: span }, (_, day) => addDays(from, day)));
				const one = { ...event, fromOn, toOn: addDays(fromOn, length) };
				expect(touches(one, emptyFilter, { from, to: addDays(from, span) })).toBe(
					own.some((day) => shown.has(day))
				);
			})
		);
	});

	it('of its own agency, team, channel and source, and of all of them together', () => {
		for (const [field, key] of [
			['agency', 'agencyId'],
			['team', 'teamId'],
			['channel', 'channel'],
			['source', 'source']
		] as const) {
			const one = { ...event, [key]: 'a' };
			expect(touches(one, emptyFilter, june)).toBe(true);
			expect(touches(one, { ...emptyFilter, [field]: ['a', 'b'] }, june)).toBe(true);
			expect(touches(one, { ...emptyFilter, [field]: ['b'] }, june)).toBe(false);
			expect(touches(event, { ...emptyFilter, [field]: ['b'] }, june)).toBe(true);
		}
	});

	it('of imported feedback only when it is not one of the simulated organisation', () => {
		const one = { ...event, isSimulated: true };
		expect(touches(one, { ...emptyFilter, origin: 'imported' }, june)).toBe(false);
		expect(touches(one, { ...emptyFilter, origin: 'simulated' }, june)).toBe(true);
		expect(touches(event, { ...emptyFilter, origin: 'simulated' }, june)).toBe(true);
	});
});
