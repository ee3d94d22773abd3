import { sources } from '#core/domain/vocabulary.ts';
import { choiceOf, Fields } from '../fields.ts';
import { addedColumns, readAdded, readInstant } from '../help-desk.ts';
import { column, hasRequired, type ColumnDoc, type Importer } from '../importer.ts';
import { sourceWords } from '../synonyms.ts';
import { attributionOf } from '../transcript-draft.ts';

const columns: readonly ColumnDoc[] = [
	column('Id', 'required', 'The ticket; a second import updates it.', '工单编号；重复导入时据此更新。'),
	column('Subject', 'required', 'Becomes the text: the CSV has no other.', '作为正文；CSV 中没有其他内容。'),
	column('Created at', 'required', 'Time of the ticket.', '工单时间。'),
	column('Requester id', 'optional', 'Only a keyed pseudonym of it is stored.', '仅保存加密后的假名。'),
	column('Via', 'optional', 'How it came in.', '来源渠道。'),
	column('Satisfaction Score', 'optional', 'Good is 5, Bad is 1.', 'Good 为 5，Bad 为 1。'),
	...addedColumns
];

const viaChoice = choiceOf(sources, {
	...sourceWords,
	web_form: [...sourceWords.web_form, 'web form', 'web widget', 'web service'],
	hotline: [...sourceWords.hotline, 'phone call (inbound)', 'voicemail', 'voice'],
	social: [...sourceWords.social, 'facebook', 'twitter', 'x corp', 'instagram']
});

/** The CSV export of Zendesk tickets, in English. */
export const zendeskCsv: Importer<'feedback'> = {
	id: 'zendesk-csv',
	name: { en: 'Zendesk tickets, CSV export', zh: 'Zendesk 工单 CSV 导出' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const shared = readAdded(fields);
		const score = (fields.words('Satisfaction Score') ?? '').toLowerCase();
		return fields.finish({
			draft: {
				...shared,
				kind: 'complaint',
				externalId: fields.required('Id', fields.words('Id')),
				receivedOn: null,
				channel: null,
				source: viaChoice.find(fields.words('Via') ?? '') ?? 'other',
				rating: score === 'good' ? 5 : score === 'bad' ? 1 : null,
				text: fields.text('Subject'),
				borrowerRef: shared.borrowerRef ?? fields.words('Requester id'),
				attribution: attributionOf(shared),
				callId: null,
				eventAt: fields.required('Created at', fields.time('Created at', readInstant)),
				details: {}
			},
			agency: null
		});
	}
};
