import { choiceOf, Fields } from '../fields.ts';
import {
	column,
	dayColumn,
	hasRequired,
	type ColumnDoc,
	type Importer,
	type OrganisationRow
} from '../importer.ts';
import { yesNoWords } from '../synonyms.ts';

const yesNo = ['yes', 'no'] as const;
const yesNoChoice = choiceOf(yesNo, yesNoWords);

const columns: readonly ColumnDoc[] = [
	column('agency_id', 'required', 'Agency, as in the other files.', '机构标识，与其他文件一致。'),
	column('agency_name', 'required', 'Its name.', '机构名称。'),
	column('in_house', 'required', 'Whether it is your own staff.', '是否自营。', yesNo),
	column('team_id', 'required', 'Team, as in the other files.', '团队标识，与其他文件一致。'),
	column('team_name', 'required', 'Its name.', '团队名称。'),
	column('agency_name_zh', 'optional', 'Chinese name of the agency.', '机构中文名称。'),
	column('team_name_zh', 'optional', 'Chinese name of the team.', '团队中文名称。'),
	column('region', 'optional', 'Region of the team, in your words.', '团队所在地区，名称自定。'),
	column(
		'agent_id',
		'optional',
		'Collector; empty for a team without any.',
		'催收员标识；团队尚无人员时留空。'
	),
	column('agent_name', 'optional', 'Name of the collector; empty: the id.', '催收员姓名；留空则用标识。'),
	column('agent_name_zh', 'optional', 'Chinese name of the collector.', '催收员中文姓名。'),
	dayColumn(
		'from',
		'optional',
		'First day in the team; needed with agent_id.',
		'入组首日；有 agent_id 时必填。'
	),
	dayColumn(
		'to',
		'optional',
		'First day no longer in the team; empty while it lasts.',
		'离组后的首日；在组时留空。'
	)
];

export const organisation: Importer<'organisation'> = {
	id: 'organisation',
	name: { en: 'Agencies, teams and agents', zh: '机构、团队与催收员' },
	produces: 'organisation',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		return fields.finish({
			line: row.line,
			agency: {
				id: fields.required('agency_id', fields.words('agency_id')),
				name: fields.required('agency_name', fields.words('agency_name')),
				nameZh: fields.words('agency_name_zh'),
				inHouse: fields.required('in_house', fields.choice('in_house', yesNoChoice)) === 'yes'
			},
			team: {
				id: fields.required('team_id', fields.words('team_id')),
				name: fields.required('team_name', fields.words('team_name')),
				nameZh: fields.words('team_name_zh'),
				region: fields.slug('region')
			},
			agent: readAgent(fields)
		});
	}
};

function readAgent(fields: Fields): OrganisationRow['agent'] {
	const id = fields.words('agent_id');
	const name = fields.words('agent_name');
	const nameZh = fields.words('agent_name_zh');
	const from = fields.day('from');
	const toOn = fields.day('to');
	if (id === null) {
		if (name ?? nameZh ?? from ?? toOn) fields.required('agent_id', id);
		return null;
	}
	const fromOn = fields.required('from', from);
	if (from !== null && toOn !== null && toOn <= from)
		fields.reject(
			'to',
			'conflict',
			'Not after “from”: write the first day on which the agent is no longer in the team.'
		);
	return { id, name: name ?? id, nameZh, fromOn, toOn };
}
