import { paragraph, type Block, type Column, type Row, type SectionBuilder } from '../blocks.ts';
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
	build: ({ urgentCases: cases, urgentEvidence }): readonly Block[] =>
		cases.length === 0
			? [paragraph('No feedback of urgency U0 or U1 in the month.', '本月没有紧急度为 U0 或 U1 的反馈。')]
			: [
					paragraph(
						'Every feedback of urgency U0 (a person must look within the hour) or U1 (severity 4).',
						'全部紧急度为 U0（须在一小时内由人查看）或 U1（严重度 4 级）的反馈。'
					),
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
				]
};

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
