import { Fields } from '../fields.ts';
import { addedColumns, readAdded, readInstant } from '../help-desk.ts';
import { column, hasRequired, type ColumnDoc, type Importer } from '../importer.ts';
import { attributionOf } from '../transcript-draft.ts';

const columns: readonly ColumnDoc[] = [
	column('Rating', 'required', '1 (worst) to 5 (best).', '评分 1（最差）至 5（最好）。'),
	column('Recorded date', 'required', 'Time of the answer, in UTC.', '反馈时间（UTC）。'),
	column(
		'Link to the conversation',
		'required',
		'Its number and the time identify the answer.',
		'会话编号与时间共同标识该反馈。'
	),
	column('Feedback Comment', 'optional', 'What the borrower wrote; may be empty.', '评语，可为空。'),
	column(
		'Contact Email Address',
		'optional',
		'Only a keyed pseudonym of it is stored.',
		'仅保存加密后的假名。'
	),
	column(
		'Contact Phone Number',
		'optional',
		'Stands in for an empty address; only a keyed pseudonym of it is stored.',
		'邮箱为空时使用；仅保存加密后的假名。'
	),
	column(
		'Agent Name',
		'optional',
		'Not kept; map it to agent_id where your organisation knows agents by it.',
		'不保存；若组织架构以此标识催收员，可映射到 agent_id。'
	),
	column('Contact Name', 'optional', 'Not kept.', '不保存。'),
	column('Review Notes', 'optional', 'Not kept.', '不保存。'),
	...addedColumns
];

/** The CSV of Chatwoot's report on customer satisfaction, in English. */
export const chatwootCsat: Importer<'feedback'> = {
	id: 'chatwoot-csat',
	name: { en: 'Chatwoot satisfaction report', zh: 'Chatwoot 满意度报告' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const shared = readAdded(fields);
		const eventAt = fields.required('Recorded date', fields.time('Recorded date', readInstant));
		const rating = fields.required('Rating', fields.whole('Rating', 1, 5));
		const conversation = /conversations\/(\d+)/.exec(fields.words('Link to the conversation') ?? '')?.[1];
		return fields.finish({
			draft: {
				...shared,
				kind: 'call_feedback',
				externalId: conversation === undefined ? null : `${conversation}@${eventAt}`,
				receivedOn: null,
				channel: 'im',
				source: 'survey',
				rating,
				text: fields.text('Feedback Comment'),
				borrowerRef:
					shared.borrowerRef ?? fields.words('Contact Email Address') ?? fields.words('Contact Phone Number'),
				attribution: attributionOf(shared),
				callId: null,
				eventAt,
				details: {}
			},
			agency: null
		});
	}
};
