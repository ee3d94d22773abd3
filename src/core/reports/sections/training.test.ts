import { describe, expect, it } from 'vitest';
import type { SectionBuilder } from '../blocks.ts';
import { aDetail } from '../detail.fixture.ts';
import { aReport, readParagraphs, readRows } from '../report.fixture.ts';
import { training } from './training.ts';

const build = (section: SectionBuilder, ...changes: Parameters<typeof aReport>) =>
	section.build(aReport(...changes));
const withDetail = (detail: Parameters<typeof aDetail>[0]) => ({ detail: aDetail(detail) });

describe('training', () => {
	it('says that none is recorded, and gives the effect of one that is', () => {
		expect(readParagraphs(build(training))).toHaveLength(2);
		const rate = (count: number) => ({ count, exposure: 10_000 });
		const row = {
			theme: null,
			trained: { before: rate(50), after: rate(20) },
			others: { before: rate(100), after: rate(100) },
			ratio: 0.4,
			low: 0.3,
			high: 0.6,
			isTooFew: false,
			links: { before: { team: ['t-1'] }, after: { team: ['t-1'] } }
		};
		const result = {
			id: 7,
			title: { en: 'Calm talk', zh: '文明沟通' },
			teams: { en: 'Team 1', zh: '一组' },
			trainedOn: '2026-03-20',
			before: { from: '2025-03-01', to: '2026-03-01' },
			after: { from: '2026-04-01', to: '2026-11-01' },
			shrunkenBefore: 0.004,
			rows: [row]
		};
		const blocks = build(training, withDetail({ training: [result] }));
		expect(readRows(blocks, 'effects-7')[0]).toMatchObject({
			before: 50,
			after: 20,
			ratio: 0.4,
			verdict: 'fell by more than the others'
		});
		expect(readRows(blocks, 'before-after-7')).toMatchObject([
			{ count: 50, rate: 5, shrunken: 4 },
			{ count: 20, rate: 2, shrunken: null },
			{ count: 100 },
			{ count: 100 }
		]);
		expect(readParagraphs(blocks).join(' ')).toContain(
			'Before: 2025-03 – 2026-02. After: 2026-04 – 2026-10.'
		);
		const early = { ...result, after: null, rows: [] };
		expect(readParagraphs(build(training, withDetail({ training: [early] }))).join(' ')).toContain(
			'No full month has passed since.'
		);
	});
});
