import { paragraph, type Block, type Row, type SectionBuilder, type Table } from '../blocks.ts';
import { countColumn, textColumn } from '../columns.ts';
import { linkTo, type ReportData } from '../report-data.ts';
import { hiddenWords } from '../outside-copy.ts';
import type { CrosswalkList } from '../report-detail.ts';
import { isSmall } from '../small-numbers.ts';

/** The same themes in the words of regulators; the record-level list is a file beside the report. */
export const annex: SectionBuilder = {
	id: 'annex',
	title: { en: 'Annex: crosswalks and files', zh: '附件：对照表与文件' },
	build: (data): readonly Block[] => [
		paragraph(
			'The themes of the month’s complaints in the categories of regulators. A complaint may have several themes and so several categories: each counts it once, and the numbers add up to more than the complaints. The categories are the nearest ones, chosen by us. The masked feedback of the month is the file annex.csv.',
			'按监管机构的分类列示本月投诉的主题。一件投诉可含多个主题、属于多个类别，在每个类别中各计一次，因此各数相加大于投诉量。分类为我方选择的最接近项。本月脱敏后的反馈见文件 annex.csv。'
		),
		...data.detail.crosswalks.flatMap((list) => blocksOf(data, list))
	]
};

function blocksOf(data: ReportData, list: CrosswalkList): readonly Block[] {
	return [
		...(list.note ? [{ kind: 'paragraph', text: list.note } as const] : []),
		...(list.totals.length > 0 ? [totals(data, list)] : []),
		crosswalk(data, list)
	];
}

const category = textColumn('category', 'Category', '类别');
const complaints = countColumn('complaints', 'Complaints', '投诉量');

function totals(data: ReportData, { id, name, totals: rows, none, themes }: CrosswalkList): Table {
	const isSourced = new Map(themes.map((theme) => [theme.category, theme.isSourced]));
	// Beside the themes that are shown, the sum of a category would tell of the one that is hidden.
	const tellsOfFew = (row: CrosswalkList['totals'][number]) =>
		data.about.copy === 'outside' &&
		row.themes.length > 1 &&
		themes.some((theme) => row.themes.includes(theme.id) && isSmall(theme.complaints));
	return {
		kind: 'table',
		id: `${id}-totals`,
		title: { en: `${name.en}: complaints by category`, zh: `${name.zh}：各类别投诉量` },
		columns: [category, complaints],
		rows: [
			...rows
				.toSorted((one, other) => other.complaints - one.complaints || order(one.category, other.category))
				.map((row) => ({
					key: row.category,
					cells: {
						category: { value: marked(row.category, isSourced.get(row.category) ?? true) },
						complaints: tellsOfFew(row)
							? { value: hiddenWords.hidden }
							: {
									value: row.complaints,
									link: linkTo(data, { complaint: 'yes', theme: row.themes })
								}
					}
				})),
			{
				key: 'none',
				cells: {
					category: { value: { en: 'None of these', zh: '不属于以上任何类别' } },
					complaints: { value: none }
				}
			}
		]
	};
}

function crosswalk(data: ReportData, { id, name, themes }: CrosswalkList): Table {
	const hasRules = themes.some(({ rule }) => rule !== null);
	return {
		kind: 'table',
		id,
		title: { en: `Crosswalk: ${name.en}`, zh: `对照表：${name.zh}` },
		columns: [
			category,
			...(hasRules ? [textColumn('rule', 'Rule', '条款')] : []),
			textColumn('theme', 'Theme', '主题'),
			complaints
		],
		rows: themes
			.toSorted((one, other) => order(one.category, other.category))
			.map((theme): Row => ({
				key: theme.id,
				cells: {
					category: { value: marked(theme.category, theme.isSourced) },
					...(hasRules ? { rule: { value: theme.rule && marked(theme.rule, theme.isSourced) } } : {}),
					theme: { value: theme.name },
					complaints: {
						value: theme.complaints,
						link: linkTo(data, { complaint: 'yes', theme: [theme.id] })
					}
				}
			}))
	};
}

function marked(text: string, isSourced: boolean): string {
	return isSourced ? text : `${text}*`;
}

function order(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
