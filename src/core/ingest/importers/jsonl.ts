import { kinds } from '#core/domain/vocabulary.ts';
import {
	attributionColumn,
	checkDays,
	readAttribution,
	readShared,
	sharedColumns
} from '../feedback-columns.ts';
import { choiceOf, Fields } from '../fields.ts';
import { column, dayColumn, hasRequired, wholeColumn, type ColumnDoc, type Importer } from '../importer.ts';
import { kindWords } from '../synonyms.ts';

const kindChoice = choiceOf(kinds, kindWords);
const ratings = { least: 1, most: 5 };
const columns: readonly ColumnDoc[] = [
	column('kind', 'required', 'What sort of feedback it is.', '反馈类型。', kinds),
	dayColumn('received_on', 'required', 'Day of receipt.', '收到日期。'),
	column('text', 'optional', 'What was said; a transcript needs it.', '内容；逐字稿必填。'),
	wholeColumn(ratings, 'rating', 'optional', '1 (worst) to 5 (best).', '评分 1（最差）至 5（最好）。'),
	column('complaint_id', 'optional', 'Your id; a second import updates it.', '编号；重复导入时据此更新。'),
	...sharedColumns,
	attributionColumn
];

export const jsonl: Importer<'feedback'> = {
	id: 'jsonl',
	name: { en: 'Earshot feedback of any kind', zh: 'Earshot 各类反馈' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const kind = fields.choice('kind', kindChoice);
		const receivedOn = fields.required('received_on', fields.day('received_on'));
		const shared = readShared(fields, kind ?? 'complaint');
		const rating = fields.whole('rating', ratings.least, ratings.most);
		const text = fields.text('text');
		checkDays(fields, receivedOn, shared.eventOn);
		if (text.trim() === '' && kind === 'transcript') fields.required('text', null);
		if (text.trim() === '' && kind === 'call_feedback') fields.required('rating', rating);
		return fields.finish({
			draft: {
				...shared,
				kind: fields.required('kind', kind),
				externalId: fields.words('complaint_id'),
				receivedOn,
				rating,
				text,
				attribution: readAttribution(fields, shared),
				callId: null,
				eventAt: null,
				details: {}
			},
			agency: null
		});
	}
};
