import { complaintRate } from '#core/domain/kpis/complaint-rate.ts';
import { evaluateKpi } from '#core/stats/kpi-change.ts';
import type { ReportDetail } from './report-detail.ts';

const theme = (id: string, en: string, zh: string, now: number, before: number) => ({
	id,
	name: { en, zh },
	now,
	before
});

/** For tests: the chapters beyond the key figures of the small month. */
export function aDetail(changes: Partial<ReportDetail> = {}): ReportDetail {
	const point = (month: string, numerator: number, isOutside = false) => ({
		month,
		isComplete: true,
		value: evaluateKpi(complaintRate, { numerator, denominator: 50_000 }),
		limits: { low: 0.5, high: 1.8 },
		isOutside
	});
	return {
		trends: [
			{
				kpi: complaintRate,
				center: 1.1,
				sigmaZ: 1.2,
				points: [point('2026-08', 50), point('2026-09', 60), point('2026-10', 100, true)]
			}
		],
		themeChannels: [
			{ theme: 'threat_harm', channel: 'phone', count: 2 },
			{ theme: 'contact_frequency', channel: 'phone', count: 37 },
			{ theme: 'contact_frequency', channel: 'visit', count: 3 },
			{ theme: 'abusive_language', channel: 'phone', count: 12 }
		],
		reviewed: [{ theme: 'contact_frequency', confirmed: 18, rejected: 2 }],
		coverage: { tags: 200, reviewed: 20 },
		themes: {
			process: [theme('fees', 'Fees', '息费', 30, 20), theme('balance', 'Balance', '余额', 10, 12)],
			positive: [theme('polite', 'Polite', '礼貌', 12, 9)],
			reason: [theme('job', 'Job loss', '失业', 14, 11), theme('illness', 'Illness', '患病', 0, 2)],
			remedy: [theme('plan', 'A plan', '分期', 8, 5)],
			impact: [theme('anxiety', 'Anxiety', '焦虑', 6, 6)],
			escalation: [theme('regulator', 'Regulator', '监管投诉', 7, 4)]
		},
		reasonPairs: [{ reason: 'job', other: 'remedy', count: 6 }],
		praise: [{ team: 't1', name: { en: 'Team 1', zh: '一组' }, positive: 8, conduct: 4 }],
		sources: [
			{ source: 'hotline', complaints: 90 },
			{ source: 'regulator', complaints: 10 }
		],
		links: {
			complainants: 80,
			repeated: 12,
			attributions: [
				{ attribution: 'named', complaints: 75 },
				{ attribution: 'none', complaints: 25 }
			],
			templates: [{ template: '17', count: 9, excerpt: 'They called nine times.' }]
		},
		emerging: {
			terms: [{ term: 'new app', now: 20, before: 2, z: 4.2, pValue: 0.001 }],
			records: { now: 400, before: 1200 },
			most: 2000
		},
		agents: null,
		training: [],
		crosswalks: [
			{
				id: 'jrt',
				name: { en: 'JR/T 0169-2018', zh: 'JR/T 0169-2018' },
				note: null,
				themes: [
					{
						id: 'contact_frequency',
						name: { en: 'Too many calls', zh: '频繁来电' },
						category: '因债务催收方式和手段引起的投诉',
						rule: null,
						isSourced: true,
						complaints: 40
					}
				],
				totals: [
					{ category: '因债务催收方式和手段引起的投诉', themes: ['contact_frequency'], complaints: 40 }
				],
				none: 7
			}
		],
		ledger: { months: [] },
		restates: null,
		...changes
	};
}
