import type { PolarityPack } from '../domain/theme-pack.ts';
import { firstIndex } from './first-index.ts';
import type { Match, Tokens } from './tokens.ts';

/** From an offset on, who speaks in a transcript. */
export interface Turn {
	readonly start: number;
	readonly speaker: 'agent' | 'borrower';
}

/** Words that make a quotation the borrower's stand so near before it. */
const nearQuote = 4;

/** Finds the lines of a transcript: “Agent: …”, “18:04 客户：…”. Empty for a text that is none. */
export function createTurnReader(speakers: PolarityPack['speakers']): (text: string) => readonly Turn[] {
	const written = (names: readonly string[]) =>
		names.map((name) => name.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)';
	const line = new RegExp(
		`^[ \\t]*(?:[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?[\\])]? ?)?(?:(${written(speakers.agent)})|(${written(speakers.borrower)}))[^\\n:]{0,8}:`,
		'gm'
	);
	return (text) =>
		text.includes(':')
			? Array.from(text.matchAll(line), ({ 1: agent, index }) => ({
					start: index,
					speaker: agent === undefined ? ('borrower' as const) : ('agent' as const)
				}))
			: [];
}

/** Whether the collector's own words stand at a token: an agent's turn, or a quotation that is not the borrower's. */
export function collectorSpeaks(
	tokens: Tokens,
	turns: readonly Turn[],
	ownSpeech: readonly Match[],
	at: number
): boolean {
	const turn = turns[firstIndex(turns, (each) => each.start > (tokens.starts[at] ?? 0)) - 1];
	if (turn?.speaker === 'agent') return true;
	const quote = tokens.quotes[at] ?? 0;
	if (quote === 0) return false;
	// A quotation is bounded, so this walk is.
	let opening = at;
	while (opening > 0 && tokens.quotes[opening - 1] === quote) opening--;
	const cue = ownSpeech[firstIndex(ownSpeech, ({ from }) => from >= opening) - 1];
	if (!cue) return true;
	const isNear = opening - cue.to < nearQuote && tokens.sentences[cue.from] === tokens.sentences[opening - 1];
	return !isNear;
}
