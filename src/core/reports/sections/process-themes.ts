import { paragraph, type Block, type SectionBuilder, type Table } from '../blocks.ts';
import { countColumn, derivedColumn, textColumn } from '../columns.ts';
import { linkTo, type ReportData } from '../report-data.ts';
import { themeBars } from '../theme-bars.ts';

/** Fees, postings, credit records and the like, largest first, with what they add up to. */
export const processThemes: SectionBuilder = {
	id: 'process-themes',
	title: { en: 'Process themes', zh: '流程主题' },
	build: (data): readonly Block[] => {
		const { process } = data.detail.themes;
		if (process.every(({ now }) => now === 0))
			return [paragraph('No feedback with a process theme in the month.', '本月没有含流程主题的反馈。')];
		return [
			paragraph(
				'What does not depend on how agents speak: fees, balances, postings, credit records. The largest first; the last column says how much of all process themes is reached. Owners and root causes are not recorded yet.',
				'与催收员言行无关的问题：息费、余额、入账、征信等。从多到少排列，末列为累计占比。责任部门与根因尚未记录。'
			),
			themeBars(data, {
				id: 'process-chart',
				title: { en: 'Process themes in the month', zh: '本月流程主题' },
				tableId: 'process',
				themes: process
			}),
			pareto(data)
		];
	}
};

function pareto(data: ReportData): Table {
	const themes = data.detail.themes.process.filter(({ now, before }) => now + before > 0);
	const total = themes.reduce((sum, { now }) => sum + now, 0);
	let reached = 0;
	return {
		kind: 'table',
		id: 'process',
		title: { en: 'Process themes, largest first', zh: '流程主题（从多到少）' },
		columns: [
			textColumn('theme', 'Theme', '主题'),
			countColumn('now', 'This month', '本月'),
			countColumn('before', 'Month before', '上月'),
			derivedColumn('share', 'Share of process themes', '占流程主题比例', { type: 'percent', digits: 1 }),
			derivedColumn('reached', 'Reached', '累计占比', { type: 'percent', digits: 1 })
		],
		totals: { now: total },
		rows: themes.map(({ id, name, now, before }) => {
			reached += now;
			return {
				key: id,
				cells: {
					theme: { value: name },
					now: { value: now, link: linkTo(data, { theme: [id] }) },
					before: { value: before },
					share: { value: total > 0 ? now / total : null },
					reached: { value: total > 0 ? reached / total : null }
				}
			};
		})
	};
}
