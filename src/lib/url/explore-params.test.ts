import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisons, lenses, measures, shapes, tops } from '#core/domain/exploration.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { defaultView, withView, writeView } from './view-params.ts';
import {
	defaultExploration,
	parseExploration,
	withoutExploration,
	writeExploration
} from './explore-params.ts';

const write = (exploration: Parameters<typeof writeExploration>[0]) =>
	new URLSearchParams(writeExploration(exploration).map(([name, value]) => [name, value])).toString();

const anyExploration = fc.record({
	lens: fc.constantFrom(...lenses),
	measure: fc.constantFrom(...measures),
	shape: fc.constantFrom(...shapes),
	top: fc.constantFrom(...tops),
	compare: fc.constantFrom(...comparisons),
	group: fc
		.record({
			agency: fc.uniqueArray(fc.constantFrom('north', 'own', '南方 & co'), { maxLength: 3 }),
			channel: fc.uniqueArray(fc.constantFrom('phone', 'none'), { maxLength: 2 }),
			complaint: fc.constantFrom('yes' as const, 'no' as const, null),
			left: fc.uniqueArray(fc.constantFrom('sms', 'visit'), { maxLength: 2 })
		})
		.map(({ left, agency, channel, ...group }) => ({
			...emptyFilter,
			...group,
			agency: agency.sort(),
			channel: channel.sort((one) => (one === 'phone' ? -1 : 1)),
			not: left.length > 0 ? { channel: left.sort() } : {}
		}))
});

describe('an exploration and its URL', () => {
	test('survives the way there and back, whatever is chosen', () => {
		fc.assert(
			fc.property(anyExploration, (exploration) => {
				const { exploration: back, issues } = parseExploration(new URLSearchParams(write(exploration)));
				expect(issues).toEqual([]);
				expect(back).toEqual(exploration);
			})
		);
	});

	test('nothing chosen is nothing written', () => {
		expect(write(defaultExploration)).toBe('');
		expect(parseExploration(new URLSearchParams()).exploration).toEqual(defaultExploration);
	});

	test('reading never throws, and what was read is written the same again', () => {
		const names = ['lens', 'measure', 'shape', 'top', 'vs', 'b.agency', 'b.channel.not', 'b.period', 'b.x'];
		const pairs = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'grapheme' })));
		fc.assert(
			fc.property(pairs, (search) => {
				const { exploration } = parseExploration(new URLSearchParams(search));
				expect(parseExploration(new URLSearchParams(write(exploration))).exploration).toEqual(exploration);
			})
		);
	});

	test('what cannot be read is named and falls back', () => {
		const search = new URLSearchParams('lens=colour&top=7&measure=rate&b.channel=pigeon');
		const { exploration, issues } = parseExploration(search);
		expect(exploration).toEqual({ ...defaultExploration, measure: 'rate' });
		expect(issues).toEqual([
			{ param: 'lens', value: 'colour' },
			{ param: 'top', value: '7' },
			{ param: 'b.channel', value: 'pigeon' }
		]);
	});

	test('is kept by links of the page, beside the filter that others read', () => {
		const own = writeExploration({ lens: 'team', group: { ...emptyFilter, agency: ['own'] } });
		expect(withView('/explore?team=a', { ...defaultView, own })).toBe(
			'/explore?team=a&lens=team&b.agency=own'
		);
		const search = writeView({ grain: 'week', own });
		expect(withoutExploration(search).toString()).toBe('grain=week');
	});
});
