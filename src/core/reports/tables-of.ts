import type { Block, Cards, Column, Section, Table } from './blocks.ts';

const text = (key: string, en: string, zh: string): Column => ({ key, title: { en, zh }, type: 'text' });

/** Everything of a section that a sheet or a file of values can hold. A strip and charts repeat tables. */
export function tablesOf({ blocks }: Section): readonly Table[] {
	return blocks.flatMap(tableOf);
}

function tableOf(block: Block): Table[] {
	if (block.kind === 'table') return [block];
	if (block.kind === 'cards') return [cardsAsTable(block)];
	return [];
}

function cardsAsTable({ id, title, cards }: Cards): Table {
	return {
		kind: 'table',
		id,
		title,
		columns: [
			{ key: 'feedback', title: { en: 'Feedback', zh: '反馈编号' }, type: 'integer' },
			{ key: 'receivedOn', title: { en: 'Received', zh: '收到日期' }, type: 'date' },
			text('themes', 'Themes', '主题'),
			text('excerpt', 'Words (masked)', '原文摘录（已脱敏）')
		],
		rows: cards.map((card) => ({
			key: String(card.feedbackId),
			cells: {
				feedback: { value: card.feedbackId, feedbackId: card.feedbackId },
				receivedOn: { value: card.receivedOn === '' ? null : card.receivedOn },
				themes: { value: card.themes },
				excerpt: { value: card.excerpt }
			}
		}))
	};
}
