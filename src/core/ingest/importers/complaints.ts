import {
	attributionColumn,
	checkDays,
	readAttribution,
	readShared,
	sharedColumns
} from '../feedback-columns.ts';
import { Fields } from '../fields.ts';
import { column, dayColumn, hasRequired, type ColumnDoc, type Importer } from '../importer.ts';

const columns: readonly ColumnDoc[] = [
	dayColumn('received_on', 'required', 'Day of receipt.', '收到日期。'),
	column('text', 'required', 'What the borrower said; may be empty.', '投诉内容，可为空。'),
	column(
		'complaint_id',
		'optional',
		'Your id; a second import updates it.',
		'投诉编号；重复导入时据此更新。'
	),
	...sharedColumns,
	attributionColumn
];

export const complaints: Importer<'feedback'> = {
	id: 'complaints',
	name: { en: 'Earshot complaints', zh: 'Earshot 投诉' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const receivedOn = fields.required('received_on', fields.day('received_on'));
		const shared = readShared(fields, 'complaint');
		checkDays(fields, receivedOn, shared.eventOn);
		return fields.finish({
			draft: {
				...shared,
				kind: 'complaint',
				externalId: fields.words('complaint_id'),
				receivedOn,
				rating: null,
				text: fields.text('text'),
				attribution: readAttribution(fields, shared),
				callId: null,
				eventAt: null,
				details: {}
			},
			agency: null
		});
	}
};
