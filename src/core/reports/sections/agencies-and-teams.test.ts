import { describe, expect, it } from 'vitest';
import { aReport, readLinks, readParagraphs, readRows } from '../report.fixture.ts';
import { agenciesAndTeams } from './agencies-and-teams.ts';

describe('agencies and teams', () => {
	const blocks = agenciesAndTeams.build(aReport());

	it('stand against what is expected for their work', () => {
		const [north, south] = readRows(blocks, 'agencies');
		expect(north).toMatchObject({ agency: 'North', complaints: 60, observed: 55, expected: 30 });
		expect(north).toMatchObject({ verdict: 'above the limits' });
		expect(north?.ratio).toBeCloseTo(55 / 30, 12);
		expect(north?.low).toBeCloseTo(0.5289724, 6);
		expect(north?.high).toBeCloseTo(1.702771, 6);
		expect(south?.verdict).toBe('below the limits');
	});

	it('have no ratio where too few are expected', () => {
		expect(readRows(blocks, 'teams')).toEqual([
			{
				team: 'Team 1',
				agency: 'North',
				complaints: 9,
				observed: 9,
				expected: 4,
				ratio: null,
				low: null,
				high: null,
				verdict: 'too few to say'
			}
		]);
	});

	it('are named when outside the limits, and linked', () => {
		expect(readParagraphs(blocks)[1]).toBe('Above the limits: North. Below the limits: South.');
		expect(readLinks(blocks, 'teams', 'complaints')).toEqual([
			{
				origin: 'imported',
				period: { from: '2026-10-01', to: '2026-11-01' },
				complaint: 'yes',
				team: ['t1']
			}
		]);
	});

	it('keep the order given: no ranking', () => {
		const agencies = aReport().agencies.toReversed();
		const rows = readRows(agenciesAndTeams.build(aReport({ agencies })), 'agencies');
		expect(rows.map(({ agency }) => agency)).toEqual(['South', 'North']);
	});
});
