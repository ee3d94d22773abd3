import { channels, stages } from '#core/domain/vocabulary.ts';
import { channelChoice, stageChoice } from '../feedback-columns.ts';
import { Fields } from '../fields.ts';
import { column, dayColumn, hasRequired, wholeColumn, type ColumnDoc, type Importer } from '../importer.ts';

const counts = { least: 0, most: Number.MAX_SAFE_INTEGER };
const columns: readonly ColumnDoc[] = [
	dayColumn('day', 'required', 'Day of the contacts.', '日期。'),
	column('team_id', 'required', 'Team that made them.', '团队标识。'),
	column('channel', 'required', 'How the borrowers were contacted.', '触达渠道。', channels),
	column('stage', 'required', 'Overdue stage of the accounts.', '逾期阶段。', stages),
	column(
		'product',
		'required',
		'Loan product, in the same words as in feedback files.',
		'贷款产品，与反馈文件用词一致。'
	),
	wholeColumn(counts, 'contacts', 'required', 'Attempts to reach a borrower.', '触达次数。'),
	wholeColumn(
		counts,
		'connected',
		'required',
		'Attempts answered or delivered; at most contacts.',
		'接通或送达次数，不超过触达次数。'
	),
	wholeColumn(
		counts,
		'accounts',
		'required',
		'Accounts in collection that day; count each account in one row a day only.',
		'当日在催账户数；每个账户每天只计入一行。'
	),
	column('agency_id', 'optional', 'Agency of the team.', '机构标识。'),
	column(
		'agent_id',
		'optional',
		'Collector, where the numbers are by collector.',
		'催收员标识（按人统计时）。'
	)
];

export const exposure: Importer<'exposure'> = {
	id: 'exposure',
	name: { en: 'Collection contacts per day', zh: '每日催收触达量' },
	produces: 'exposure',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const count = (name: string) => fields.required(name, fields.whole(name, counts.least, counts.most));
		const contacts = count('contacts');
		const connected = count('connected');
		if (contacts !== null && connected > contacts)
			fields.reject('connected', 'conflict', 'More than contacts: only an attempt can be answered.');
		return fields.finish({
			day: fields.required('day', fields.day('day')),
			agencyId: fields.words('agency_id'),
			teamId: fields.required('team_id', fields.words('team_id')),
			agentId: fields.words('agent_id'),
			channel: fields.required('channel', fields.choice('channel', channelChoice)),
			stage: fields.required('stage', fields.choice('stage', stageChoice)),
			product: fields.required('product', fields.slug('product')),
			contacts,
			connected,
			accounts: count('accounts')
		});
	}
};
