import { checkDays, readShared, sharedColumns } from '../feedback-columns.ts';
import { Fields } from '../fields.ts';
import { column, dayColumn, hasRequired, type ColumnDoc, type Importer } from '../importer.ts';

const columns: readonly ColumnDoc[] = [
	dayColumn('received_on', 'required', 'Day of the answer.', '反馈日期。'),
	column(
		'rating',
		'required',
		'1 (worst) to 5 (best); may be empty when there is a comment.',
		'评分 1（最差）至 5（最好）；有评语时可为空。'
	),
	column(
		'comment',
		'optional',
		'What the borrower said; may be empty when there is a rating.',
		'评语；有评分时可为空。'
	),
	column('feedback_id', 'optional', 'Your id; a second import updates it.', '反馈编号；重复导入时据此更新。'),
	column(
		'call_id',
		'optional',
		'Call it is about; stands in for an absent feedback_id.',
		'通话编号；无 feedback_id 时作为编号。'
	),
	...sharedColumns
];

export const callFeedback: Importer<'feedback'> = {
	id: 'call-feedback',
	name: { en: 'Earshot call feedback', zh: 'Earshot 通话反馈' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const receivedOn = fields.required('received_on', fields.day('received_on'));
		const shared = readShared(fields, 'call_feedback');
		const callId = fields.words('call_id');
		const rating = fields.whole('rating', 1, 5);
		const text = fields.text('comment');
		checkDays(fields, receivedOn, shared.eventOn);
		if (text.trim() === '') fields.required('rating', rating);
		return fields.finish({
			draft: {
				...shared,
				kind: 'call_feedback',
				externalId: fields.words('feedback_id') ?? callId,
				receivedOn,
				rating,
				text,
				attribution: attributionOf(callId, shared.agentId, shared.teamId),
				callId,
				eventAt: null,
				details: {}
			},
			agency: null
		});
	}
};

/** A call id makes sure which agent it was, but says nothing where no agent is given. */
function attributionOf(callId: string | null, agentId: string | null, teamId: string | null) {
	if (agentId !== null) return callId === null ? 'named' : 'call_id';
	return teamId === null ? 'none' : 'team';
}
