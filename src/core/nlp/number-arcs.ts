import type { WordClasses } from '../domain/theme-pack.ts';
import { noSymbols, type Symbols } from './symbols.ts';
import type { Arc, Tokens } from './tokens.ts';

export interface NumberSpan {
	readonly from: number;
	readonly to: number;
	/** Empty for a plain number; time, count_per_day, duration_week … */
	readonly kind: string;
	readonly value: number;
	readonly socialHours: WordClasses['socialHours'];
}

/** A number, time or quantity becomes a way through the text for the tests that hold for it. */
export function addNumberArc(tokens: Tokens, symbols: Symbols, found: NumberSpan): void {
	const { from, to, kind, value, socialHours } = found;
	const isUnsocial =
		kind === 'time' && !(value >= minutesOf(socialHours.from) && value < minutesOf(socialHours.to));
	const signature = symbols.signatureOfNumber(isUnsocial ? [kind, 'unsocial_time'] : [kind], value);
	if (signature !== noSymbols) addArc(tokens, from, { length: to - from, signature });
}

export function addArc(tokens: Tokens, at: number, arc: Arc): void {
	const known = tokens.arcs[at];
	if (!known) tokens.arcs[at] = [arc];
	else if (!known.some((each) => each.length === arc.length && each.signature === arc.signature))
		known.push(arc);
}

/** “22:30” as minutes since midnight. */
export function minutesOf(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return hours * 60 + minutes;
}
