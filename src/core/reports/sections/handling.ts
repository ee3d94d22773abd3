import { paragraph, type Block, type SectionBuilder } from '../blocks.ts';
import { countColumn, shareColumns, textColumn } from '../columns.ts';
import { linkTo, type ReportData } from '../report-data.ts';
import { sourceWords } from '../words.ts';
import { wilsonInterval } from '#core/stats/wilson.ts';
import { themeTable } from './reasons.ts';

/** Clocks, backlog and outcomes need the dates of a case's handling, which no import brings: said, not guessed. */
export const handling: SectionBuilder = {
	id: 'handling',
	title: { en: 'Handling and escalation', zh: '处理与升级' },
	build: (data): readonly Block[] => [
		paragraph(
			'Not in the data: when a complaint was acknowledged, closed or opened again, its outcome, and redress. So deadlines kept, backlog, age of open cases and the upheld rate cannot be given. What can be told is by which way complaints came, and where borrowers say they will go next.',
			'数据不含投诉的受理、结案、重开时间、结果与赔偿，因此无法给出时限达成、积压、在办时长与成立率。可以说明的是投诉的来源，以及借款人表示的下一步。'
		),
		bySource(data),
		themeTable(data, {
			id: 'escalation',
			title: { en: 'Where borrowers say they will go next', zh: '借款人表示的下一步' },
			themes: data.detail.themes.escalation
		})
	]
};

function bySource(data: ReportData) {
	const { complaints } = data;
	return {
		kind: 'table',
		id: 'sources',
		title: { en: 'Complaints by the way they came', zh: '按来源统计的投诉' },
		columns: [
			textColumn('source', 'Source', '来源'),
			countColumn('complaints', 'Complaints', '投诉量'),
			...shareColumns
		],
		totals: { complaints },
		rows: data.detail.sources.map(({ source, complaints: count }) => {
			const interval = complaints > 0 ? wilsonInterval(count, complaints) : null;
			return {
				key: source,
				cells: {
					source: { value: sourceWords[source] ?? { en: source, zh: source } },
					complaints: {
						value: count,
						...(source === 'none' ? {} : { link: linkTo(data, { complaint: 'yes', source: [source] }) })
					},
					share: { value: interval && count / complaints },
					shareLow: { value: interval?.low ?? null },
					shareHigh: { value: interval?.high ?? null }
				}
			};
		})
	} as const satisfies Block;
}
