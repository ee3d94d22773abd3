import type { FilterPatch } from '#core/domain/kpi.ts';
import { paragraph, type Block, type Column, type SectionBuilder, type Table } from '../blocks.ts';
import { countColumn, textColumn } from '../columns.ts';
import { linkTo, type ReportData } from '../report-data.ts';
import type { ThemeNumbers } from '../report-detail.ts';

/** What borrowers say of why they are late, beside what they ask for and what it did to them. */
export const reasons: SectionBuilder = {
	id: 'reasons',
	title: { en: 'Why people are overdue', zh: '逾期原因' },
	build: (data): readonly Block[] => [
		paragraph(
			'Reasons that borrowers give themselves, in all feedback of the month. A feedback may give several. Whether hardship requests were granted is not in the data.',
			'借款人自述的逾期原因，统计本月全部反馈；一条反馈可含多个原因。数据不含困难申请是否获批。'
		),
		matrixOf(data),
		listOf(data, 'remedy', 'remedies', { en: 'What they ask for', zh: '诉求' }),
		listOf(data, 'impact', 'harms', { en: 'What it did to them', zh: '所受影响' })
	]
};

const pairs = [
	countColumn('impact', 'Tells of a harm', '提到影响'),
	countColumn('remedy', 'Asks for a remedy', '提出诉求'),
	countColumn('conduct', 'Also about conduct', '同时涉及催收行为')
] as const;

function matrixOf(data: ReportData): Table {
	const { themes, reasonPairs } = data.detail;
	return {
		kind: 'table',
		id: 'matrix',
		title: { en: 'Reasons, with harm, remedy and conduct', zh: '原因与影响、诉求、催收行为' },
		isHeat: true,
		columns: [textColumn('reason', 'Reason', '原因'), countColumn('all', 'Feedback', '反馈量'), ...pairs],
		rows: themes.reason.map(({ id, name, now }) => ({
			key: id,
			cells: {
				reason: { value: name },
				all: { value: now, link: linkTo(data, { theme: [id] }) },
				...Object.fromEntries(
					pairs.map(({ key }) => [
						key,
						{
							value: reasonPairs.find((pair) => pair.reason === id && pair.other === key)?.count ?? 0,
							link: linkTo(data, { theme: [id], taxonomy: [key] })
						}
					])
				)
			}
		}))
	};
}

function listOf(data: ReportData, taxonomy: 'remedy' | 'impact', id: string, title: Table['title']): Table {
	return themeTable(data, { id, title, themes: data.detail.themes[taxonomy] });
}

const numbers: readonly Column[] = [
	countColumn('now', 'This month', '本月'),
	countColumn('before', 'Month before', '上月')
];

/** Themes with a month's counts; those that never occurred are left out. */
export function themeTable(
	data: ReportData,
	{
		id,
		title,
		themes,
		more = {}
	}: {
		id: string;
		title: Table['title'];
		themes: readonly ThemeNumbers[];
		more?: FilterPatch;
	}
): Table {
	return {
		kind: 'table',
		id,
		title,
		columns: [textColumn('theme', 'Theme', '主题'), ...numbers],
		rows: themes
			.filter(({ now, before }) => now + before > 0)
			.map((theme) => ({
				key: theme.id,
				cells: {
					theme: { value: theme.name },
					now: { value: theme.now, link: linkTo(data, { theme: [theme.id], ...more }) },
					before: { value: theme.before }
				}
			}))
	};
}
