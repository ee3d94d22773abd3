import type { FrozenFeedback } from '../../storage/month-facts.ts';

/** The rows of a snapshot as JSON lines. */
export function writeFacts(rows: readonly FrozenFeedback[]): string {
	return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

export function parseFacts(text: string): readonly FrozenFeedback[] {
	return text
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as FrozenFeedback);
}
