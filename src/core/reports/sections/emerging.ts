import { paragraph, type Block, type SectionBuilder } from '../blocks.ts';
import { derivedColumn, countColumn, textColumn } from '../columns.ts';

export const emerging: SectionBuilder = {
	id: 'emerging',
	title: { en: 'Emerging terms', zh: '新出现的用语' },
	build: ({ detail }): readonly Block[] => {
		const { terms, records, most } = detail.emerging;
		const about = paragraph(
			`Words that stand out against the three months before (log odds, z at least 3.5, adjusted for how many were tested). Read: ${records.now} texts of this month and ${records.before} before, an even sample of about ${most} each where there were more; copies count once.`,
			`与此前三个月相比显著增多的用语（对数优势比，z 不低于 3.5，并按检验个数校正）。读取本月 ${records.now} 条、此前 ${records.before} 条文本；数量更多时各均匀抽取约 ${most} 条；重复文本只计一次。`
		);
		if (terms.length === 0)
			return [about, paragraph('No term stands out this month.', '本月没有显著增多的用语。')];
		return [
			about,
			{
				kind: 'table',
				id: 'terms',
				title: { en: 'Terms more frequent than before', zh: '比此前更常见的用语' },
				columns: [
					textColumn('term', 'Term', '用语'),
					countColumn('now', 'Texts this month', '本月文本数'),
					countColumn('before', 'Texts before', '此前文本数'),
					derivedColumn('z', 'z', 'z', { digits: 1 })
				],
				rows: terms.map(({ term, now, before, z }) => ({
					key: term,
					cells: { term: { value: term }, now: { value: now }, before: { value: before }, z: { value: z } }
				}))
			}
		];
	}
};
