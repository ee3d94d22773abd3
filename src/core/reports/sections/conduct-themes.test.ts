import { describe, expect, it } from 'vitest';
import { aReport, readLinks, readParagraphs, readRows } from '../report.fixture.ts';
import { conductThemes } from './conduct-themes.ts';

const rowsOf = (changes: Parameters<typeof aReport>[0]) =>
	readRows(conductThemes.build(aReport(changes)), 'themes');
const { conduct } = aReport();

describe('the conduct themes', () => {
	it('compare the month with the months before', () => {
		const [threats, calls, abuse] = rowsOf({});
		expect(threats).toMatchObject({ theme: 'Threats', severity: 4, now: 2, previous: 1, mean: 0.5 });
		expect(threats?.verdict).toBe('too few to say');
		expect(calls).toMatchObject({ now: 40, previous: 10, mean: 9, share: 0.4, verdict: 'more than before' });
		expect(calls?.shareLow).toBeCloseTo(0.3094, 4);
		expect(calls?.shareHigh).toBeCloseTo(0.498, 4);
		expect(abuse?.verdict).toBe('as before');
	});

	it('link to the feedback of the theme', () => {
		expect(readLinks(conductThemes.build(aReport()), 'themes', 'now')[1]).toEqual({
			origin: 'imported',
			period: { from: '2026-10-01', to: '2026-11-01' },
			theme: ['contact_frequency']
		});
	});

	it('judge per contact where contacts are known, else per day and say so', () => {
		const themes = [{ ...conduct.themes[1]!, now: 40, earlier: [20] }];
		const fourTimes = {
			...conduct,
			themes,
			contacts: 80_000,
			earlier: [{ month: '2026-09', contacts: 40_000 }]
		};
		expect(rowsOf({ conduct: fourTimes })[0]?.verdict).toBe('as before');
		const unknown = { ...fourTimes, earlier: [{ month: '2026-09', contacts: null }] };
		expect(rowsOf({ conduct: unknown })[0]?.verdict).toBe('more than before');
		expect(readParagraphs(conductThemes.build(aReport({ conduct: unknown })))[0]).toContain('per day');
	});

	it('call a theme fewer when it fell, also to none', () => {
		const themes = [{ ...conduct.themes[1]!, now: 0, earlier: [30, 24] }];
		expect(rowsOf({ conduct: { ...conduct, themes } })[0]?.verdict).toBe('fewer than before');
	});

	it('do not compare part of a month with whole ones by the day', () => {
		const earlier = [{ month: '2026-09', contacts: null }];
		const themes = [{ ...conduct.themes[1]!, now: 40, earlier: [20] }];
		const blind = { contacts: null, earlier, themes };
		expect(rowsOf({ conduct: blind, isOver: true })[0]?.verdict).toBe('more than before');
		expect(rowsOf({ conduct: blind, isOver: false })[0]?.verdict).toBeNull();
	});

	it('give neither mean nor verdict in the first month, and no share without complaints', () => {
		const themes = conduct.themes.map((theme) => ({ ...theme, now: 0, earlier: [] }));
		const [row] = rowsOf({ complaints: 0, conduct: { contacts: null, earlier: [], themes } });
		expect(row).toMatchObject({
			now: 0,
			previous: null,
			mean: null,
			share: null,
			shareLow: null,
			verdict: null
		});
	});
});
