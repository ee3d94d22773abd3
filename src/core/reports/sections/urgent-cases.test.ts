import { describe, expect, it } from 'vitest';
import { criticalCases } from '#core/domain/kpis/critical-cases.ts';
import { aReport, readParagraphs, readRows } from '../report.fixture.ts';
import { urgentCases } from './urgent-cases.ts';

describe('the urgent cases', () => {
	it('are listed one by one, each opening its feedback', () => {
		const blocks = urgentCases.build(aReport());
		expect(readRows(blocks, 'cases')).toEqual([
			{
				feedback: 17,
				urgency: 'U0',
				receivedOn: '2026-10-03',
				channel: 'Phone',
				themes: 'Self-harm, Threats'
			}
		]);
		const table = blocks.find((block) => block.kind === 'table');
		expect(table?.rows[0]?.cells.feedback?.feedbackId).toBe(17);
	});

	it('are counted only in a copy for outside, as a list would give away what its tables hide', () => {
		const report = aReport();
		const blocks = urgentCases.build({ ...report, about: { ...report.about, copy: 'outside' } });
		expect(blocks).toHaveLength(1);
		expect(readRows(blocks, 'urgencies').map(({ cases }) => cases)).toEqual([1, 0]);
	});

	it('say how many there are where not all are listed', () => {
		const report = aReport();
		const [entry] = report.kpis;
		if (!entry) throw new Error('The sample has no KPI.');
		const critical = { ...entry, kpi: criticalCases, now: { ...entry.now, numerator: 250 } };
		const blocks = urgentCases.build({ ...report, kpis: [critical] });
		expect(readParagraphs(blocks)[0]).toContain('The 1 most urgent of 250 feedback');
	});

	it('say so when there are none', () => {
		const blocks = urgentCases.build(aReport({ urgentCases: [] }));
		expect(readRows(blocks, 'cases')).toEqual([]);
		expect(readParagraphs(blocks)).toEqual(['No feedback of urgency U0 or U1 in the month.']);
	});
});
