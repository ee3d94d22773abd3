import type { Polarity } from '../domain/tag.ts';
import type { PolarityPack } from '../domain/theme-pack.ts';

/** Says of a hit at [start, end) of a normalised text whether it is told as a fact. */
export type PolarityReader = (text: string, start: number, end: number) => Polarity;

/** As far as any cue looks: clauses are shorter. */
const reach = 120;
const sentenceEnd = /[.!?。！？\n]/g;

/** Reads the words before a hit, back to the nearest stop, by one language's cues. */
export function createPolarityReader(pack: PolarityPack): PolarityReader {
	const isEnglish = pack.language === 'en';
	const stops = anyOf(pack.stops, isEnglish, 'g');
	const pseudo = anyOf(pack.pseudoNegators, isEnglish, 'g');
	const negators = anyOf(pack.negators, isEnglish);
	const hypothetical = pack.hypothetical.map((cue) => cue.toLowerCase().split('…') as [string, string?]);
	const threat = anyOf(pack.threat, isEnglish);
	const ownAct = new RegExp(`(?:^|[^a-z])(?:${alternatives(pack.ownAct)})\\s*$`);
	const near = (before: string) => (isEnglish ? lastWords(before, pack.window) : before.slice(-pack.window));
	const hasCue = (before: string, after: string) =>
		hypothetical.some(
			([left, right]) => before.includes(left) && (right === undefined || after.includes(right))
		);

	return (text, start, end) => {
		const before = text.slice(Math.max(0, start - reach), start);
		const sentence = before.slice(lastIndexOf(before, sentenceEnd));
		const clause = before.slice(lastIndexOf(before, stops));
		const rest = text.slice(end, end + reach);
		const after = rest.slice(0, rest.search(sentenceEnd) + 1 || rest.length);
		if (ownAct.test(clause)) return 'own_act';
		if (hasCue(sentence, after)) return 'hypothetical';
		if (negators.test(withoutPseudo(clause, near(clause), pseudo))) return 'negated';
		return threat.test(near(sentence) + text.slice(start, end)) ? 'threatened' : 'asserted';
	};
}

/** A cue that only looks like a negation is blanked before the negators are sought, also where it leaves the window. */
function withoutPseudo(clause: string, near: string, pseudo: RegExp): string {
	return clause.replace(pseudo, (cue) => ' '.repeat(cue.length)).slice(clause.length - near.length);
}

function lastWords(text: string, count: number): string {
	let start = text.length - 1;
	for (let word = 0; word < count && start > 0; word++) start = text.lastIndexOf(' ', start - 1);
	return text.slice(start + 1);
}

/** Offset just behind the last match of a global pattern; 0 without one. */
function lastIndexOf(text: string, pattern: RegExp): number {
	let from = 0;
	for (const match of text.matchAll(pattern)) from = match.index + match[0].length;
	return from;
}

/** English cues are whole words; signs and Chinese cues stand anywhere. */
function anyOf(cues: readonly string[], isEnglish: boolean, flags = ''): RegExp {
	if (!isEnglish) return new RegExp(alternatives(cues), flags);
	const words = cues.filter((cue) => /^[a-z]/i.test(cue));
	const signs = cues.filter((cue) => !words.includes(cue));
	return new RegExp(`(?<![a-z'])(?:${alternatives(words)})(?![a-z'])|${alternatives(signs)}`, flags);
}

/** Longest first, so that “will not stop” is not read as “will not”. */
function alternatives(cues: readonly string[]): string {
	const escaped = [...cues]
		.sort((a, b) => b.length - a.length)
		.map((cue) => cue.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return escaped.join('|') || '(?!)';
}
