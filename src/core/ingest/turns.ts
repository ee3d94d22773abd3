import type { SourceFile } from './read-file.ts';
import { isIssue, rowIssue, type RawRow } from './row.ts';

/** One turn of a call as a file has it; nothing is checked yet. */
export interface RawTurn {
	readonly at: string;
	readonly speaker: string;
	readonly text: string;
}

/** More is no call; the importer then refuses it as too long. */
const mostCharacters = 200_000;

/**
 * A file with one turn a row as one with a call a row: rows of the same call that follow each other become its `turns`
 * (JSON), its other cells are those of the first. A call that comes back later in the file is an issue of each of its
 * rows, since the second part would otherwise replace the first.
 */
export function gatherTurns(file: SourceFile): SourceFile {
	return { ...file, rows: () => callsOf(file) };
}

async function* callsOf(file: SourceFile) {
	const ended = new Set<string>();
	let call: {
		readonly first: RawRow;
		readonly id: string;
		readonly turns: RawTurn[];
		length: number;
	} | null = null;
	const asRow = ({ first, turns }: NonNullable<typeof call>): RawRow => ({
		line: first.line,
		values: { ...first.values, turns: JSON.stringify(turns) }
	});
	for await (const row of file.rows()) {
		if (isIssue(row)) {
			yield row;
			continue;
		}
		const { call_id: written = '', at = '', speaker = '', text = '' } = row.values;
		const id = written.trim();
		if (call && call.id === id && id !== '') {
			call.length += text.length;
			if (call.length <= mostCharacters) call.turns.push({ at, speaker, text });
			continue;
		}
		if (call) {
			yield asRow(call);
			ended.add(call.id);
			call = null;
		}
		if (ended.has(id) && id !== '')
			yield rowIssue(
				row.line,
				'conflict',
				'The call has ended further up: keep the rows of a call together.'
			);
		else call = { first: row, id, turns: [{ at, speaker, text }], length: text.length };
	}
	if (call) yield asRow(call);
}
