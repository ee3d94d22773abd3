import { describe, expect, it } from 'vitest';
import { aDetail } from '../detail.fixture.ts';
import { aReport, readLinks, readParagraphs, readRows } from '../report.fixture.ts';
import { dataQuality } from './data-quality.ts';

describe('data quality and method', () => {
	const blocks = dataQuality.build(aReport());

	it('accounts for every imported row', () => {
		const [row] = readRows(blocks, 'imports');
		expect(row).toEqual({
			import: 3,
			startedOn: '2026-10-31',
			importer: 'earshot-csv',
			file: 'october.csv',
			read: 410,
			stored: 390,
			updated: 10,
			unchanged: 7,
			issues: 3
		});
		const none = dataQuality.build(aReport({ imports: [] }));
		expect(readParagraphs(none)).toContain('Nothing was imported in the month.');
	});

	it('says what the data do not say, of how many, and where to find them', () => {
		expect(readRows(blocks, 'gaps').map(({ count, of, share }) => [count, of, share])).toEqual([
			[6, null, null],
			[25, 100, 0.25],
			[10, 100, 0.1],
			[8, 400, 0.02]
		]);
		const links = readLinks(blocks, 'gaps', 'count');
		expect(links[0]).toEqual({ origin: 'imported', period: 'undated' });
		expect(links[1]).toMatchObject({ complaint: 'yes', attribution: ['last_contact', 'team', 'none'] });
		expect(links[3]).toMatchObject({ language: ['other'], period: { from: '2026-10-01', to: '2026-11-01' } });
	});

	it('gives no share of nothing', () => {
		const { quality } = aReport();
		const empty = aReport({ complaints: 0, quality: { ...quality, unattributed: 0 } });
		expect(readRows(dataQuality.build(empty), 'gaps')[1]).toMatchObject({ count: 0, of: 0, share: null });
	});

	it('says how many tags a person has reviewed, also when nobody has', () => {
		expect(readParagraphs(blocks)).toEqual([
			'A person has reviewed 20 of 200 tags of this month.',
			'No earlier month is signed: there is nothing to restate.'
		]);
		const unseen = aReport({ detail: aDetail({ coverage: { tags: 200, reviewed: 0 } }) });
		expect(readParagraphs(dataQuality.build(unseen))[0]).toContain('No person has reviewed a tag');
	});

	it('defines its KPIs and names its versions', () => {
		expect(readRows(blocks, 'definitions').map(({ kpi }) => kpi)).toEqual(['Complaints', 'Complaint rate']);
		expect(readRows(blocks, 'definitions')[1]?.source).toContain('Garwood');
		expect(readRows(blocks, 'method').map(({ value }) => value)).toEqual([
			'0.1.0',
			'ab12cd34',
			'Asia/Shanghai'
		]);
	});
});
