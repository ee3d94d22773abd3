import { column, hasRequired, timeColumn, type ColumnDoc, type Importer } from '../importer.ts';
import { parseTurns, readTranscript, speakerColumn, transcriptColumns } from '../transcript-draft.ts';
import { gatherTurns } from '../turns.ts';

const columns: readonly ColumnDoc[] = [
	column(
		'call_id',
		'required',
		'The call; its rows follow each other, and a second import updates it.',
		'通话编号；同一通话各行须相邻，重复导入时据此更新。'
	),
	timeColumn('at', 'required', 'When the turn began; needed in the first.', '该轮开始时间；首轮必填。'),
	speakerColumn,
	column('text', 'required', 'What was said.', '说话内容。'),
	...transcriptColumns
];

export const transcriptTurns: Importer<'feedback'> = {
	id: 'transcript-turns',
	name: { en: 'Transcripts, one turn a row', zh: '通话文本，每行一轮' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	gather: gatherTurns,
	map: (row) =>
		readTranscript(row, ({ values: { turns, at = '', speaker = '', text = '' } }) =>
			turns === undefined ? [{ at, speaker, text }] : parseTurns(turns)
		)
};
