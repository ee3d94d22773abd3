import { describe, expect, it } from 'vitest';
import type { SectionBuilder } from '../blocks.ts';
import { aDetail } from '../detail.fixture.ts';
import { aReport, readParagraphs, readRows } from '../report.fixture.ts';
import { annex } from './annex.ts';

const { about } = aReport();
const build = (section: SectionBuilder, ...changes: Parameters<typeof aReport>) =>
	section.build(aReport(...changes));
const withDetail = (detail: Parameters<typeof aDetail>[0]) => ({ detail: aDetail(detail) });

describe('the annex', () => {
	it('has each theme under its category, and each category with its complaints', () => {
		const blocks = build(annex);
		expect(readRows(blocks, 'jrt-totals')).toEqual([
			{ category: '因债务催收方式和手段引起的投诉', complaints: 40 },
			{ category: 'None of these', complaints: 7 }
		]);
		expect(readRows(blocks, 'jrt')[0]).toEqual({
			category: '因债务催收方式和手段引起的投诉',
			theme: 'Too many calls',
			complaints: 40
		});
	});

	it('marks what is from general knowledge, and tells no small theme by the sum of its category', () => {
		const name = { en: 'FCA', zh: 'FCA' };
		const theme = { name, category: 'Arrears related', rule: 'CONC 7.9', isSourced: false };
		const list = {
			id: 'fca',
			name,
			note: { en: 'From general knowledge.', zh: '出自一般知识。' },
			themes: [
				{ ...theme, id: 'a', complaints: 12 },
				{ ...theme, id: 'b', complaints: 2 }
			],
			totals: [{ category: 'Arrears related', themes: ['a', 'b'], complaints: 13 }],
			none: 30
		};
		const detail = withDetail({ crosswalks: [list] });
		const blocks = build(annex, detail);
		expect(readRows(blocks, 'fca')[0]).toMatchObject({ category: 'Arrears related*', rule: 'CONC 7.9*' });
		expect(readRows(blocks, 'fca-totals')[0]).toMatchObject({ complaints: 13 });
		expect(readParagraphs(blocks)).toContain('From general knowledge.');
		const outside = build(annex, { ...detail, about: { ...about, copy: 'outside' } });
		expect(readRows(outside, 'fca-totals')[0]).toMatchObject({ complaints: 'hidden' });
	});
});
