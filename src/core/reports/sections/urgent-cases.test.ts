import { describe, expect, it } from 'vitest';
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

	it('say so when there are none', () => {
		const blocks = urgentCases.build(aReport({ urgentCases: [] }));
		expect(readRows(blocks, 'cases')).toEqual([]);
		expect(readParagraphs(blocks)).toEqual(['No feedback of urgency U0 or U1 in the month.']);
	});
});
