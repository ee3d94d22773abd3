import { channels, outcomes, stages } from '#core/domain/vocabulary.ts';
import { channelChoice, stageChoice } from '../feedback-columns.ts';
import { choiceOf, Fields } from '../fields.ts';
import { column, hasRequired, timeColumn, type ColumnDoc, type Importer } from '../importer.ts';
import { outcomeWords } from '../synonyms.ts';

const outcomeChoice = choiceOf(outcomes, outcomeWords);

const columns: readonly ColumnDoc[] = [
	timeColumn(
		'at',
		'required',
		'Day and time of the attempt, in your time zone unless one is stated.',
		'触达日期与时间；未注明时区时按本地时区。'
	),
	column('channel', 'required', 'How the borrower was contacted.', '触达渠道。', channels),
	column('outcome', 'required', 'How it ended.', '触达结果。', outcomes),
	column('team_id', 'optional', 'Team; needed without agent_id.', '团队标识；无 agent_id 时必填。'),
	column(
		'agent_id',
		'optional',
		'Collector; the team may then be left to the organisation.',
		'催收员标识；填写后团队可由组织架构得出。'
	),
	column(
		'account',
		'optional',
		'Account of the borrower, in the words of borrower_ref in feedback files; only a keyed pseudonym is stored.',
		'借款人账户，与反馈文件的 borrower_ref 一致；仅保存加密后的假名。'
	),
	column('duration', 'optional', 'Seconds, or 3:25.', '时长，秒数或 3:25。'),
	column(
		'call_id',
		'optional',
		'Your id of the attempt; a row that comes again is recognised by it.',
		'通话编号；重复导入时据此识别。'
	),
	column('stage', 'optional', 'Overdue stage at the time.', '当时的逾期阶段。', stages),
	column('product', 'optional', 'Loan product, as in feedback files.', '贷款产品，与反馈文件一致。')
];

export const contactLog: Importer<'contact'> = {
	id: 'contact-log',
	name: { en: 'Contact log, one attempt a row', zh: '触达明细，每行一次' },
	produces: 'contact',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const teamId = fields.words('team_id');
		const agentId = fields.words('agent_id');
		if (agentId === null) fields.required('team_id', teamId);
		return fields.finish({
			at: fields.required('at', fields.time('at')),
			account: fields.words('account'),
			teamId,
			agentId,
			channel: fields.required('channel', fields.choice('channel', channelChoice)),
			outcome: fields.required('outcome', fields.choice('outcome', outcomeChoice)),
			duration: fields.seconds('duration'),
			callId: fields.words('call_id'),
			stage: fields.choice('stage', stageChoice),
			product: fields.slug('product')
		});
	}
};
