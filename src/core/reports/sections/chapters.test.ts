import { describe, expect, it } from 'vitest';
import { callRating } from '#core/domain/kpis/call-rating.ts';
import type { SectionBuilder } from '../blocks.ts';
import { buildReport } from '../build-report.ts';
import { aDetail } from '../detail.fixture.ts';
import { aReport, readLinks, readParagraphs, readRows } from '../report.fixture.ts';
import { agents } from './agents.ts';
import { channels } from './channels.ts';
import { cover } from './cover.ts';
import { emerging } from './emerging.ts';
import { handling } from './handling.ts';
import { positive } from './positive.ts';
import { processThemes } from './process-themes.ts';
import { reasons } from './reasons.ts';
import { repeatAndLinked } from './repeat-and-linked.ts';
import { volumeAndRate } from './volume-and-rate.ts';

const october = { origin: 'imported', period: { from: '2026-10-01', to: '2026-11-01' } };
const { about } = aReport();
const build = (section: SectionBuilder, ...changes: Parameters<typeof aReport>) =>
	section.build(aReport(...changes));
const withDetail = (detail: Parameters<typeof aDetail>[0]) => ({ detail: aDetail(detail) });

describe('the cover', () => {
	it('says that nobody has signed, and what was made with what', () => {
		const blocks = build(cover);
		expect(readParagraphs(blocks)).toEqual([
			'Draft: nobody has signed it, and late feedback still changes it.'
		]);
		const rows = Object.fromEntries(readRows(blocks, 'about').map(({ item, value }) => [item, value]));
		expect(rows).toMatchObject({
			Covers: 'All agencies',
			Status: 'Draft, not signed',
			'Approved by': 'nobody yet'
		});
	});

	it('names who signed, and warns of simulated data and of a copy for outside', () => {
		const signed = {
			...about,
			status: 'signed',
			approvedBy: 'Ms Li',
			origin: 'simulated',
			copy: 'outside'
		} as const;
		const blocks = build(cover, { about: signed });
		expect(readParagraphs(blocks).map((text) => text.slice(0, 22))).toEqual([
			'This report is made of',
			'Copy for readers outsi'
		]);
		expect(readRows(blocks, 'about').find(({ item }) => item === 'Approved by')?.value).toBe('Ms Li');
	});
});

describe('volume and rate', () => {
	it('draws the months of its table, with limits and links', () => {
		const blocks = build(volumeAndRate);
		const chart = blocks.find((block) => block.kind === 'chart');
		const rows = readRows(blocks, 'trend-K03');
		expect(chart?.tableId).toBe('trend-K03');
		expect(chart?.chart.marks.map(({ key }) => key)).toEqual(rows.map(({ month }) => month));
		expect(rows.at(-1)).toMatchObject({
			month: '2026-10',
			numerator: 100,
			value: 2,
			limitHigh: 1.8,
			verdict: 'outside'
		});
		expect(readLinks(blocks, 'trend-K03', 'numerator').at(-1)).toEqual({ ...october, complaint: 'yes' });
	});

	it('says whether the month is beyond its natural variation', () => {
		expect(readParagraphs(build(volumeAndRate))[1]).toBe(
			'Complaint rate: this month is above its natural variation.'
		);
	});
});

describe('themes by channel', () => {
	it('add up to what the theme has in all', () => {
		const rows = readRows(build(channels), 'heat');
		expect(rows.find(({ theme }) => theme === 'Too many calls')).toMatchObject({
			phone: 37,
			visit: 3,
			all: 40
		});
		for (const { theme: _theme, all, ...parts } of rows)
			expect(Object.values(parts).reduce<number>((sum, part) => sum + Number(part), 0)).toBe(all);
	});
});

describe('reasons', () => {
	it('lead to feedback with the reason and the other theme', () => {
		const blocks = build(reasons);
		expect(readRows(blocks, 'matrix')[0]).toMatchObject({
			reason: 'Job loss',
			all: 14,
			remedy: 6,
			impact: 0
		});
		expect(readLinks(blocks, 'matrix', 'remedy')[0]).toEqual({
			...october,
			theme: ['job'],
			taxonomy: ['remedy']
		});
	});
});

describe('process themes', () => {
	it('say how much of all the largest reach', () => {
		expect(readRows(build(processThemes), 'process').map(({ share, reached }) => [share, reached])).toEqual([
			[0.75, 0.75],
			[0.25, 1]
		]);
	});

	it('say so where there are none', () => {
		const none = withDetail({ themes: { ...aDetail().themes, process: [] } });
		expect(readParagraphs(build(processThemes, none))).toEqual([
			'No feedback with a process theme in the month.'
		]);
	});
});

describe('positive feedback', () => {
	it('stands beside conduct by team, without a ratio where there is too little', () => {
		expect(readRows(build(positive), 'teams')[0]).toMatchObject({ positive: 8, conduct: 4, ratio: 2 });
		const praise = [{ team: 't1', name: { en: 'Team 1', zh: '一组' }, positive: 2, conduct: 1 }];
		expect(readRows(build(positive, withDetail({ praise })), 'teams')[0]?.ratio).toBeNull();
	});
});

describe('handling', () => {
	it('says which data are missing, and gives shares of what is there', () => {
		const blocks = build(handling);
		expect(readParagraphs(blocks)[0]).toContain('Not in the data');
		expect(readRows(blocks, 'sources').map(({ source, share }) => [source, share])).toEqual([
			['Hotline', 0.9],
			['Regulator', 0.1]
		]);
	});
});

describe('repeat and linked', () => {
	it('gives the share of borrowers who complained again', () => {
		expect(readRows(build(repeatAndLinked), 'repeat')[0]).toMatchObject({
			repeated: 12,
			complainants: 80,
			share: 0.15
		});
	});

	it('lists copies of a text, without their words for readers outside', () => {
		expect(readRows(build(repeatAndLinked), 'templates')[0]).toMatchObject({ template: '17', count: 9 });
		const outside = build(repeatAndLinked, { about: { ...about, copy: 'outside' } });
		const table = outside.find((block) => block.kind === 'table' && block.id === 'templates');
		expect(table?.kind === 'table' && table.columns.map(({ key }) => key)).toEqual(['template', 'count']);
	});
});

describe('emerging terms', () => {
	it('are listed with what was read, or said to be none', () => {
		expect(readRows(build(emerging), 'terms')).toEqual([{ term: 'new app', now: 20, before: 2, z: 4.2 }]);
		const none = withDetail({ emerging: { terms: [], records: { now: 3, before: 9 }, most: 2000 } });
		expect(readParagraphs(build(emerging, none))[1]).toBe('No term stands out this month.');
	});
});

describe('agents', () => {
	const agent = {
		id: 'a-1',
		name: { en: 'Ann', zh: '安' },
		team: null,
		complaints: 30,
		observed: 28,
		expected: 10,
		verdict: 'above',
		praise: 6,
		where: { agent: ['a-1'] },
		evidence: aReport().urgentEvidence
	} as const;

	it('are in the restricted copy only', () => {
		const idsOf = (copy: typeof about.copy) =>
			buildReport(aReport({ about: { ...about, copy } })).sections.map(({ id }) => id);
		expect(idsOf('restricted')).toContain('agents');
		expect(idsOf('internal')).not.toContain('agents');
		expect(idsOf('outside')).not.toContain('agents');
	});

	it('come with exposure, praise and the words', () => {
		const blocks = build(agents, withDetail({ agents: [agent] }));
		expect(readRows(blocks, 'agents')[0]).toMatchObject({ agent: 'Ann', ratio: 2.8, praise: 6 });
		expect(readLinks(blocks, 'agents', 'complaints')).toEqual([{ agent: ['a-1'], complaint: 'yes' }]);
		expect(blocks.find((block) => block.kind === 'cards')?.cards).toEqual(agent.evidence);
	});
});

describe('a copy for outside', () => {
	const outside = buildReport(aReport({ about: { ...about, copy: 'outside' } }));
	const blocksOf = (id: string) => outside.sections.find((section) => section.id === id)?.blocks ?? [];

	it('hides small counts with what is derived from them, and one more where the sum is known', () => {
		const rows = readRows(blocksOf('channels'), 'channels');
		expect(rows.map(({ complaints }) => complaints)).toEqual([80, '<5', 'hidden']);
		expect(rows[1]).toMatchObject({ rate: null, low: null, connected: 900 });
	});

	it('takes no mean for a small count', () => {
		const [entry] = aReport().kpis;
		if (!entry) throw new Error('The sample has no KPI.');
		const rated = (ratings: number) => {
			const now = { ...entry.now, value: 3.9, numerator: 3.9, denominator: ratings };
			const report = aReport({
				about: { ...about, copy: 'outside' },
				kpis: [{ ...entry, kpi: callRating, now }]
			});
			const summary = buildReport(report).sections.find(({ id }) => id === 'summary');
			return readRows(summary?.blocks ?? [], 'kpis')[0];
		};
		expect(rated(1471)).toMatchObject({ value: 3.9, numerator: 3.9 });
		expect(rated(3)).toMatchObject({ value: null, numerator: '<5' });
	});

	it('draws no mark for a hidden row', () => {
		const chart = blocksOf('channels').find((block) => block.kind === 'chart');
		expect(chart?.chart.marks.map(({ key }) => key)).toEqual(['phone']);
	});
});
