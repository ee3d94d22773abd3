import { complaintRate } from '#core/domain/kpis/complaint-rate.ts';
import { complaintsReceived } from '#core/domain/kpis/complaints-received.ts';
import { evaluateKpi, judgeChange } from '#core/stats/kpi-change.ts';
import type { Block, Cell } from './blocks.ts';
import { aDetail } from './detail.fixture.ts';
import type { ReportData, ReportKpi } from './report-data.ts';

/** For tests: a small month whose numbers are easy to check by hand. */
export function aReport(changes: Partial<ReportData> = {}): ReportData {
	return {
		month: '2026-10',
		isOver: true,
		about: {
			copy: 'internal',
			status: 'draft',
			version: 1,
			origin: 'imported',
			computedAt: '2026-11-01T00:00:00.000Z',
			preparedBy: null,
			approvedBy: null
		},
		scope: { en: 'All agencies', zh: '全部机构' },
		where: { origin: 'imported' },
		kpis: [aComplaintCount(100, 120), aComplaintRate([100, 50_000], [60, 50_000])],
		complaints: 100,
		conduct: {
			contacts: 50_000,
			earlier: [
				{ month: '2026-09', contacts: 50_000 },
				{ month: '2026-08', contacts: 40_000 }
			],
			themes: [
				{ id: 'threat_harm', name: { en: 'Threats', zh: '威胁' }, severity: 4, now: 2, earlier: [1, 0] },
				{
					id: 'contact_frequency',
					name: { en: 'Too many calls', zh: '频繁来电' },
					severity: 2,
					now: 40,
					earlier: [10, 8]
				},
				{ id: 'abusive_language', name: { en: 'Abuse', zh: '辱骂' }, severity: 3, now: 12, earlier: [11, 9] }
			]
		},
		channels: [
			{ channel: 'phone', complaints: 80, connected: 40_000 },
			{ channel: 'visit', complaints: 3, connected: 900 },
			{ channel: 'none', complaints: 17, connected: null }
		],
		agencies: [
			{
				id: 'a1',
				name: { en: 'North', zh: '北方' },
				agency: null,
				complaints: 60,
				observed: 55,
				expected: 30,
				limits: { low: 0.5289724, high: 1.702771 },
				verdict: 'above'
			},
			{
				id: 'a2',
				name: { en: 'South', zh: '南方' },
				agency: null,
				complaints: 30,
				observed: 28,
				expected: 53,
				limits: { low: 0.63, high: 1.48 },
				verdict: 'below'
			}
		],
		teams: [
			{
				id: 't1',
				name: { en: 'Team 1', zh: '一组' },
				agency: { en: 'North', zh: '北方' },
				complaints: 9,
				observed: 9,
				expected: 4,
				limits: null,
				verdict: 'too-few'
			}
		],
		teamLimits: [],
		urgentCases: [
			{
				feedbackId: 17,
				receivedOn: '2026-10-03',
				urgency: 'U0',
				channel: 'phone',
				themes: [
					{ en: 'Self-harm', zh: '自伤' },
					{ en: 'Threats', zh: '威胁' }
				]
			}
		],
		urgentEvidence: [
			{
				feedbackId: 17,
				receivedOn: '2026-10-03',
				themes: { en: 'Threats', zh: '威胁' },
				excerpt: 'He said he would come to my house.'
			}
		],
		quality: {
			feedback: 400,
			undated: 6,
			unattributed: 25,
			withoutTeam: 10,
			untagged: [{ language: 'other', count: 8 }]
		},
		imports: [
			{
				id: 3,
				importer: 'earshot-csv',
				fileName: 'october.csv',
				startedOn: '2026-10-31',
				counts: { read: 410, stored: 390, updated: 10, unchanged: 7, issues: 3 }
			}
		],
		method: { appVersion: '0.1.0', packVersion: 'ab12cd34', timeZone: 'Asia/Shanghai' },
		detail: aDetail(),
		...changes
	};
}

export function aComplaintCount(now: number, before: number): ReportKpi {
	const of = (numerator: number) => evaluateKpi(complaintsReceived, { numerator, denominator: null });
	return {
		kpi: complaintsReceived,
		now: of(now),
		change: judgeChange(complaintsReceived, of(before), of(now))
	};
}

type Counts = readonly [complaints: number, contacts: number | null];
export function aComplaintRate(now: Counts, before: Counts | null): ReportKpi {
	const of = ([numerator, denominator]: Counts) => evaluateKpi(complaintRate, { numerator, denominator });
	return {
		kpi: complaintRate,
		now: of(now),
		change: before && judgeChange(complaintRate, of(before), of(now))
	};
}

/** The rows of one table of a section, values in English; and for a missing table, none. */
export function readRows(
	blocks: readonly Block[],
	tableId: string
): Record<string, string | number | null>[] {
	const english = (value: Cell['value']) => (typeof value === 'object' && value !== null ? value.en : value);
	return blocks.flatMap((block) =>
		block.kind === 'table' && block.id === tableId
			? block.rows.map(({ cells }) =>
					Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, english(cell.value)]))
				)
			: []
	);
}

/** The links of one column of a table. */
export function readLinks(blocks: readonly Block[], tableId: string, column: string): Cell['link'][] {
	return blocks.flatMap((block) =>
		block.kind === 'table' && block.id === tableId ? block.rows.map(({ cells }) => cells[column]?.link) : []
	);
}

export function readParagraphs(blocks: readonly Block[]): string[] {
	return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.en] : []));
}
