import { paragraph, type Block, type SectionBuilder } from '../blocks.ts';
import { countColumn, textColumn } from '../columns.ts';
import { linkTo, type ReportData } from '../report-data.ts';

/** The same themes in the words of regulators; the record-level list is a file beside the report. */
export const annex: SectionBuilder = {
	id: 'annex',
	title: { en: 'Annex: crosswalks and files', zh: '附件：对照表与文件' },
	build: (data): readonly Block[] => [
		paragraph(
			'The themes in the categories of JR/T 0169-2018 and of the CFPB, for complaints of the month. A complaint may have several themes, so the numbers do not add up to the complaints. The categories are the nearest ones, chosen by us. There is no crosswalk to the FCA’s categories: its new list was not at hand. The masked feedback of the month is the file annex.csv.',
			'按 JR/T 0169-2018 与 CFPB 的分类列示本月投诉的主题。一件投诉可含多个主题，数字相加不等于投诉量。分类为我方选择的最接近项。尚无 FCA 分类的对照：其新清单未能取得。本月脱敏后的反馈见文件 annex.csv。'
		),
		crosswalk(data, 'jrt', 'JR/T 0169-2018', { en: 'JR/T 0169-2018 reason', zh: 'JR/T 0169-2018 投诉原因' }),
		crosswalk(data, 'cfpb', 'CFPB', { en: 'CFPB issue › sub-issue', zh: 'CFPB 问题 › 子问题' })
	]
};

function crosswalk(
	data: ReportData,
	list: 'jrt' | 'cfpb',
	name: string,
	title: { readonly en: string; readonly zh: string }
): Block {
	const themes = data.detail.crosswalk
		.flatMap((theme) => (theme[list] === null ? [] : [{ ...theme, category: theme[list] }]))
		.toSorted((one, other) => (one.category < other.category ? -1 : one.category > other.category ? 1 : 0));
	return {
		kind: 'table',
		id: list,
		title: { en: `Crosswalk: ${name}`, zh: `对照表：${name}` },
		columns: [
			{ key: 'category', title, type: 'text' },
			textColumn('theme', 'Theme', '主题'),
			countColumn('complaints', 'Complaints', '投诉量')
		],
		rows: themes.map(({ id, name: theme, category, count }) => ({
			key: id,
			cells: {
				category: { value: category },
				theme: { value: theme },
				complaints: { value: count, link: linkTo(data, { complaint: 'yes', theme: [id] }) }
			}
		}))
	};
}
