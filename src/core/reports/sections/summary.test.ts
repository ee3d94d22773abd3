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
		expect(readParagraphs(summary.build(aReport()))[0]).toBe(
			'Against the month before. Worsening: Complaint rate. Improving: none. Stable: none.'
		);
	});

	it('says what moved, the top risk, and what is asked of the board', () => {
		expect(readParagraphs(summary.build(aReport())).slice(1)).toEqual([
			'Conduct themes against the months before, adjusted for how many were tested. More: Too many calls. Fewer: none.',
			'Top risk: Too many calls (severity 2), more than before.',
			'Decisions asked: confirm that every urgent case has an owner; order a review of North, above the limits; set an owner for: Too many calls.'
		]);
	});

	it('asks for nothing where nothing stands out', () => {
		const { conduct } = aReport();
		const calm = aReport({
			urgentCases: [],
			agencies: [],
			teams: [],
			conduct: { ...conduct, themes: [] }
		});
		expect(readParagraphs(summary.build(calm)).slice(2)).toEqual([
			'Top risk: no conduct theme in the month.',
			'Decisions asked: none from the figures.'
		]);
	});

	it('shows the KPIs of the board in large, with the values of the table', () => {
		const blocks = summary.build(aReport());
		const strip = blocks.find((block) => block.kind === 'kpis');
		const rows = readRows(blocks, 'kpis');
		expect(strip?.items.map(({ value, numerator, verdict }) => [value, numerator, verdict?.en])).toEqual(
			rows.map(({ value, numerator, verdict }) => [value, numerator, verdict])
		);
		expect(strip?.items[1]).toMatchObject({ tone: 'bad', spark: [1, 1.2, 2] });
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
