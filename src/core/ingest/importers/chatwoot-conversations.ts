import type { Channel, Source } from '#core/domain/vocabulary.ts';
import { Fields } from '../fields.ts';
import { addedColumns, listIn, objectIn, readAdded, readInstant, wordOf } from '../help-desk.ts';
import { column, hasRequired, type ColumnDoc, type Importer } from '../importer.ts';
import { attributionOf, linesOf, longestText } from '../transcript-draft.ts';

const columns: readonly ColumnDoc[] = [
	column('id', 'required', 'The conversation; a second import updates it.', '会话编号；重复导入时据此更新。'),
	column('messages', 'required', 'List of its messages.', '消息列表。'),
	column('inbox_id', 'required', 'Not kept.', '不保存。'),
	column(
		'channel',
		'optional',
		'Channel::Whatsapp, Channel::Email …',
		'渠道，如 Channel::Whatsapp、Channel::Email。'
	),
	column(
		'meta',
		'optional',
		'Its sender is the borrower: identifier, email or phone becomes a keyed pseudonym.',
		'其中 sender 为借款人；标识、邮箱或电话仅保存加密后的假名。'
	),
	...addedColumns
];

const channels: Readonly<Record<string, Channel>> = {
	'Channel::Email': 'email',
	'Channel::Sms': 'sms',
	'Channel::TwilioSms': 'sms',
	'Channel::Voice': 'phone'
};
const sources: Readonly<Record<string, Source>> = {
	'Channel::WebWidget': 'web_form',
	'Channel::FacebookPage': 'social',
	'Channel::Instagram': 'social',
	'Channel::TwitterProfile': 'social',
	'Channel::Tiktok': 'social'
};
/** The API writes numbers, webhooks write words. */
const incoming = [0, 'incoming'];
const outgoing = [1, 'outgoing'];

/** Conversations of Chatwoot's API and webhooks: what the borrower and the agent wrote, a line each. */
export const chatwootConversations: Importer<'feedback'> = {
	id: 'chatwoot-conversations',
	name: { en: 'Chatwoot conversations', zh: 'Chatwoot 会话' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const shared = readAdded(fields);
		const externalId = fields.required('id', fields.words('id'));
		const messages = listIn(row.values.messages);
		const spoken = (messages ?? []).filter(isSpoken);
		const eventAt = readInstant(wordOf(spoken[0]?.created_at));
		const text = linesOf(
			spoken.map((message) => ({
				at: '',
				speaker: incoming.includes(message.message_type as number) ? 'customer' : 'agent',
				text: wordOf(message.content)
			}))
		);
		if (messages === null)
			fields.reject('messages', 'not-json', 'Not a list of messages: export the conversation with them.');
		else if (spoken.length === 0)
			fields.reject('messages', 'missing-value', 'Nobody wrote anything: there is no text to read.');
		else if (eventAt === null)
			fields.reject('messages', 'bad-date', 'The first message has no created_at that is a time.');
		if (text !== null && text.length > longestText)
			fields.reject('messages', 'too-long', `Longer than ${longestText} characters: split the conversation.`);
		const channel = (row.values.channel ?? '').trim();
		return fields.finish({
			draft: {
				...shared,
				kind: 'transcript',
				externalId,
				receivedOn: null,
				channel: channel === '' ? null : (channels[channel] ?? 'im'),
				source: sources[channel] ?? 'other',
				rating: null,
				text: text ?? '',
				borrowerRef: shared.borrowerRef ?? senderOf(objectIn(row.values.meta).sender),
				attribution: attributionOf(shared),
				callId: null,
				eventAt,
				details: {}
			},
			agency: null
		});
	}
};

/** Notes among agents, and what Chatwoot itself writes, are no words of the conversation. */
function isSpoken({
	message_type: type,
	private: isPrivate,
	content
}: Readonly<Record<string, unknown>>): boolean {
	const isKnown = [...incoming, ...outgoing].includes(type as number);
	return isKnown && isPrivate !== true && wordOf(content).trim() !== '';
}

function senderOf(sender: unknown): string | null {
	const { identifier, email, phone_number: phone } = Object(sender) as Record<string, unknown>;
	return [identifier, email, phone].map(wordOf).find((word) => word.trim() !== '') ?? null;
}
