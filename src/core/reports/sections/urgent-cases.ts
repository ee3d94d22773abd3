import {
	paragraph,
	type Block,
	type Column,
	type Paragraph,
	type Row,
	type SectionBuilder,
	type Table
} from '../blocks.ts';
import { countColumn, textColumn } from '../columns.ts';
import { criticalCases } from '#core/domain/kpis/critical-cases.ts';
import type { UrgentCase } from '../report-data.ts';
import { channelWords, listNames } from '../words.ts';

const columns: readonly Column[] = [
	{ key: 'feedback', title: { en: 'Feedback', zh: '反馈编号' }, type: 'integer' },
	{ key: 'urgency', title: { en: 'Urgency', zh: '紧急度' }, type: 'text' },
	{ key: 'receivedOn', title: { en: 'Received', zh: '收到日期' }, type: 'date' },
	{ key: 'channel', title: { en: 'Channel', zh: '渠道' }, type: 'text' },
	{ key: 'themes', title: { en: 'Themes', zh: '主题' }, type: 'text' }
];

export const urgentCases: SectionBuilder = {
	id: 'urgent-cases',
	title: { en: 'Urgent cases', zh: '紧急个案' },
	build: ({ urgentCases: cases, urgentEvidence, about, kpis }): readonly Block[] => {
		const counted = kpis.find(({ kpi }) => kpi.id === criticalCases.id)?.now.numerator ?? 0;
		const all = Math.max(cases.length, counted);
		if (about.copy === 'outside') return [byUrgency(cases, all)];
		return cases.length === 0
			? [paragraph('No feedback of urgency U0 or U1 in the month.', '本月没有紧急度为 U0 或 U1 的反馈。')]
			: [
					explain(cases.length, all),
					{
						kind: 'table',
						id: 'cases',
						title: { en: 'Urgent cases', zh: '紧急个案' },
						columns,
						rows: cases.map(buildRow)
					},
					{
						kind: 'cards',
						id: 'words',
						title: { en: 'The words of the most urgent', zh: '最紧急个案的原文' },
						cards: urgentEvidence
					}
				];
	}
};

function explain(listed: number, all: number): Paragraph {
	const [en, zh] = [
		'urgency U0 (a person must look within the hour) or U1 (severity 4).',
		'紧急度为 U0（须在一小时内由人查看）或 U1（严重度 4 级）的反馈'
	];
	return listed === all
		? paragraph(`Every feedback of ${en}`, `全部${zh}。`)
		: paragraph(
				`The ${listed} most urgent of ${all} feedback of ${en} All of them are in the file annex.csv.`,
				`${zh}共 ${all} 条，此处列出最紧急的 ${listed} 条，全部见文件 annex.csv。`
			);
}

/** Who has the list of cases can count what other tables hide. */
function byUrgency(cases: readonly UrgentCase[], all: number): Table {
	// U0 are listed first, and are far fewer than the longest list.
	const now = cases.filter(({ urgency }) => urgency === 'U0').length;
	return {
		kind: 'table',
		id: 'urgencies',
		title: { en: 'Urgent cases', zh: '紧急个案' },
		columns: [textColumn('urgency', 'Urgency', '紧急度'), countColumn('cases', 'Cases', '个案数')],
		totals: { cases: all },
		rows: (['U0', 'U1'] as const).map((urgency) => ({
			key: urgency,
			cells: {
				urgency: { value: urgencyWords[urgency] },
				cases: { value: urgency === 'U0' ? now : all - now }
			}
		}))
	};
}

const urgencyWords = {
	U0: { en: 'U0: a person must look within the hour', zh: 'U0：须在一小时内由人查看' },
	U1: { en: 'U1: severity 4', zh: 'U1：严重度 4 级' }
} as const;

function buildRow({ feedbackId, urgency, receivedOn, channel, themes }: UrgentCase): Row {
	return {
		key: String(feedbackId),
		cells: {
			feedback: { value: feedbackId, feedbackId },
			urgency: { value: urgency },
			receivedOn: { value: receivedOn },
			channel: { value: channelWords[channel] },
			themes: { value: listNames(themes) }
		}
	};
}
