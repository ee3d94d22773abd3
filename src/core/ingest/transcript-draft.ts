import { readShared, sharedColumns } from './feedback-columns.ts';
import { readClockTime } from './clock-times.ts';
import { choiceOf, Fields } from './fields.ts';
import { column, type ColumnDoc, type Mapped, type MappedFeedback } from './importer.ts';
import type { RawRow } from './row.ts';
import type { RawTurn } from './turns.ts';

const speakers = ['agent', 'customer'] as const;
const speakerChoice = choiceOf(speakers, {
	agent: ['collector', 'operator', 'staff', 'rep', '坐席', '催收员', '催收員', '客服', '专员', '员工'],
	customer: ['borrower', 'client', 'debtor', 'caller', 'consumer', '客户', '客戶', '借款人', '用户', '债务人']
});
/** As the tagger reads a transcript: see `core/nlp/turns.ts`. */
const labels = {
	en: { agent: 'Agent: ', customer: 'Customer: ' },
	zh: { agent: '坐席：', customer: '客户：' }
};
export const longestText = 100_000;

/** How a file names who speaks. */
export const speakerColumn: ColumnDoc = column('speaker', 'required', 'Who speaks.', '说话人。', speakers);

/** The columns that both forms of transcripts share. */
export const transcriptColumns: readonly ColumnDoc[] = sharedColumns.filter(
	({ name }) => name !== 'event_on'
);

/** A call as one feedback: its turns a line each, the time of the first turn as the time it happened. */
export function readTranscript(
	row: RawRow,
	turnsOf: (row: RawRow) => readonly RawTurn[] | null
): Mapped<MappedFeedback> {
	const fields = new Fields(row);
	const callId = fields.required('call_id', fields.words('call_id'));
	const shared = readShared(fields, 'transcript');
	const turns = turnsOf(row);
	const text = turns ? linesOf(turns) : null;
	const eventAt = turns?.[0] ? readClockTime(turns[0].at) : null;
	if (turns === null || turns.length === 0)
		fields.reject('turns', 'not-json', 'Not a list of turns: write [{"speaker": …, "at": …, "text": …}, …].');
	else if (text === null)
		fields.reject('speaker', 'unknown-value', `Not a known speaker: write one of ${speakers.join(', ')}.`);
	else if (text.length > longestText)
		fields.reject('text', 'too-long', `The call is longer than ${longestText} characters: split it.`);
	if (eventAt === null)
		fields.reject('at', 'bad-date', 'The first turn has no date and time such as 2026-03-05 18:04.');
	return fields.finish({
		draft: {
			...shared,
			kind: 'transcript',
			externalId: callId,
			receivedOn: null,
			rating: null,
			text: text ?? '',
			attribution: shared.agentId !== null ? 'call_id' : shared.teamId !== null ? 'team' : 'none',
			callId,
			eventAt,
			details: {}
		},
		agency: null
	});
}

/** Whom the source itself names. */
export function attributionOf({
	agentId,
	teamId
}: {
	readonly agentId: string | null;
	readonly teamId: string | null;
}): 'named' | 'team' | 'none' {
	return agentId !== null ? 'named' : teamId !== null ? 'team' : 'none';
}

/** A line for each turn, which says who speaks. Null where a speaker is not known. */
export function linesOf(turns: readonly RawTurn[]): string | null {
	const isChinese = turns.some(({ text }) => /\p{Script=Han}/u.test(text));
	const label = labels[isChinese ? 'zh' : 'en'];
	const lines = turns.map(({ speaker, text }) => {
		const who = speakerChoice.find(speaker.trim());
		return who === null
			? null
			: `${label[who]}${text
					.replaceAll('\0', '')
					.toWellFormed()
					.replace(/\s*\n\s*/g, ' ')
					.trim()}`;
	});
	return lines.includes(null) ? null : lines.join('\n');
}

/** A JSON list of turns; null for anything else. */
export function parseTurns(json: string): readonly RawTurn[] | null {
	try {
		const turns: unknown = JSON.parse(json);
		if (!Array.isArray(turns)) return null;
		const wordOf = (value: unknown) =>
			typeof value === 'string' || typeof value === 'number' ? String(value) : '';
		return turns.map((turn: unknown) => {
			const { at, speaker, text } = Object(turn) as Partial<Record<keyof RawTurn, unknown>>;
			return { at: wordOf(at), speaker: wordOf(speaker), text: wordOf(text) };
		});
	} catch {
		return null;
	}
}
