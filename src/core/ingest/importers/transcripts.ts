import { column, hasRequired, type ColumnDoc, type Importer } from '../importer.ts';
import { parseTurns, readTranscript, transcriptColumns } from '../transcript-draft.ts';

const columns: readonly ColumnDoc[] = [
	column('call_id', 'required', 'The call; a second import updates it.', '通话编号；重复导入时据此更新。'),
	column(
		'turns',
		'required',
		'List of turns, each with speaker, at and text.',
		'逐轮列表，每轮含 speaker、at 与 text。'
	),
	...transcriptColumns
];

export const transcripts: Importer<'feedback'> = {
	id: 'transcripts',
	name: { en: 'Transcripts, one call a row', zh: '通话文本，每行一通' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map: (row) => readTranscript(row, ({ values }) => parseTurns(values.turns ?? ''))
};
