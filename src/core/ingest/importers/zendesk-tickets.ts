import type { Channel, Source } from '#core/domain/vocabulary.ts';
import { Fields } from '../fields.ts';
import { addedColumns, listIn, objectIn, readAdded, readInstant, wordOf } from '../help-desk.ts';
import { column, hasRequired, type ColumnDoc, type Importer } from '../importer.ts';
import { attributionOf, linesOf, longestText } from '../transcript-draft.ts';

const columns: readonly ColumnDoc[] = [
	column('id', 'required', 'The ticket; a second import updates it.', '工单编号；重复导入时据此更新。'),
	column('created_at', 'required', 'Time of the ticket.', '工单时间。'),
	column(
		'requester_id',
		'required',
		'Who wrote it; only a keyed pseudonym is stored.',
		'提交人；仅保存加密后的假名。'
	),
	column('subject', 'required', 'First line of the text.', '正文首行。'),
	column('description', 'optional', 'What was written first.', '首条内容。'),
	column(
		'comments',
		'optional',
		'With it the ticket is a transcript: public comments, a line each.',
		'若有，则工单作为对话：公开评论，每条一行。'
	),
	column('via', 'optional', 'How it came in: its channel.', '来源渠道。'),
	column('satisfaction_rating', 'optional', 'good is 5, bad is 1.', 'good 为 5，bad 为 1。'),
	...addedColumns
];

/** How a ticket came in, which says how it reached the lender, not how the collector reached the borrower. */
const sources: Readonly<Record<string, Source>> = {
	web: 'web_form',
	web_widget: 'web_form',
	voice: 'hotline',
	phone: 'hotline',
	mobile_sdk: 'app',
	mobile: 'app',
	facebook: 'social',
	twitter: 'social',
	instagram_dm: 'social'
};
const channels: Readonly<Record<string, Channel>> = { sms: 'sms', whatsapp: 'im', line: 'im', wechat: 'im' };
const ratings: Readonly<Record<string, number>> = { good: 5, bad: 1 };

/** Tickets of Zendesk's JSON export and API. */
export const zendeskTickets: Importer<'feedback'> = {
	id: 'zendesk-tickets',
	name: { en: 'Zendesk tickets', zh: 'Zendesk 工单' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const shared = readAdded(fields);
		const requester = fields.required('requester_id', fields.words('requester_id'));
		const eventAt = fields.required('created_at', fields.time('created_at', readInstant));
		const via = wordOf(objectIn(row.values.via).channel);
		const { score, comment } = objectIn(row.values.satisfaction_rating);
		const spoken = (listIn(row.values.comments) ?? []).filter(
			({ public: isPublic, body }) => isPublic !== false && wordOf(body).trim() !== ''
		);
		const written = [fields.text('subject').trim(), fields.text('description').trim()]
			.filter(Boolean)
			.join('\n');
		const turns = [
			...spoken.map(({ author_id: author, body }) => ({
				speaker: wordOf(author) === requester ? 'customer' : 'agent',
				text: wordOf(body)
			})),
			...(wordOf(comment).trim() === '' ? [] : [{ speaker: 'customer', text: wordOf(comment) }])
		].map((turn) => ({ ...turn, at: '' }));
		const text =
			spoken.length > 0 ? (linesOf(turns) ?? '') : [written, wordOf(comment)].filter(Boolean).join('\n');
		if (text.length > longestText)
			fields.reject('comments', 'too-long', `Longer than ${longestText} characters: split the ticket.`);
		return fields.finish({
			draft: {
				...shared,
				kind: spoken.length > 0 ? 'transcript' : 'complaint',
				externalId: fields.required('id', fields.words('id')),
				receivedOn: null,
				channel: channels[via] ?? null,
				source: sources[via] ?? 'other',
				rating: ratings[wordOf(score)] ?? null,
				text,
				borrowerRef: shared.borrowerRef ?? requester,
				attribution: attributionOf(shared),
				callId: null,
				eventAt,
				details: {}
			},
			agency: null
		});
	}
};
