import { describe, expect, it } from 'vitest';
import {
	aComplaintCount,
	aComplaintRate,
	aReport,
	readLinks,
	readParagraphs,
	readRows
} from '../report.fixture.ts';
import { summary } from './summary.ts';

const october = { from: '2026-10-01', to: '2026-11-01' };

describe('the summary', () => {
	it('prints each KPI with what it was made from', () => {
		const [count, rate] = readRows(summary.build(aReport()), 'kpis');
		expect(count).toMatchObject({
			kpi: 'Complaints',
			value: 100,
			unit: 'complaints',
			low: null,
			numerator: 100,
			denominator: null,
			previous: 120,
			verdict: 'not judged'
		});
		expect(count?.change).toBeCloseTo(-1 / 6, 12);
		expect(rate).toMatchObject({
			value: 2,
			unit: 'per 1,000 contacts',
			numerator: 100,
			denominator: 50_000,
			previous: 1.2,
			verdict: 'worsening'
		});
		expect(rate?.low).toBeCloseTo(1.6273, 4);
		expect(rate?.high).toBeCloseTo(2.4325, 4);
	});

	it('links each numerator to its feedback in the month and scope', () => {
		expect(readLinks(summary.build(aReport()), 'kpis', 'numerator')).toEqual([
			{ origin: 'imported', period: october, complaint: 'yes' },
			{ origin: 'imported', period: october, complaint: 'yes' }
		]);
	});

	it('says the verdicts in a sentence', () => {
		expect(readParagraphs(summary.build(aReport()))).toEqual([
			'Against the month before. Worsening: Complaint rate. Improving: none. Stable: none.'
		]);
	});

	it('warns of a month that is not over', () => {
		const [warning] = readParagraphs(summary.build(aReport({ isOver: false })));
		expect(warning).toContain('not over');
	});

	it.each([
		['too few to say', aComplaintRate([3, 50_000], [2, 50_000])],
		['too few to say', aComplaintRate([3, 50_000], null)],
		['no contact data', aComplaintRate([30, null], [40, 50_000])],
		['not judged', aComplaintRate([30, 50_000], [40, null])],
		['not judged', aComplaintCount(5, 6)],
		[null, aComplaintRate([30, 50_000], null)]
	])('gives the verdict %s', (verdict, kpi) => {
		expect(readRows(summary.build(aReport({ kpis: [kpi] })), 'kpis')[0]).toMatchObject({ verdict });
	});
});
