import type { MaskKind } from '../placeholder.ts';
import type { Cues } from './cues.ts';
import { anySigns, type Signs } from './signs.ts';

export interface Found {
	readonly start: number;
	readonly end: number;
}

/** What a detector promises, run as tests: in `masks` the personal data stand in angle brackets. */
export interface Examples {
	readonly masks: readonly string[];
	readonly keeps: readonly string[];
}

/**
 * Finds one kind of personal data. The text it is given is as written, but with half-width signs, simplified
 * characters and {@link placeholderSign} all over what is masked already, so that each pattern is written once.
 */
export interface Detector {
	readonly kind: MaskKind;
	readonly examples: Examples;
	/** The words it asks `signs` for. */
	readonly cues?: readonly Cues[];
	/** `signs` spare it the patterns that cannot match; without them it finds the same. */
	find(text: string, signs?: Signs): readonly Found[];
}

/** Whether a pattern can match, by what is known of the text. It must never say no where it would. */
type When = (signs: Signs, text: string) => boolean;

export interface Guarded {
	readonly when?: When;
	/** A sign without which the pattern is not looked for. */
	readonly needs?: RegExp;
	readonly pattern: RegExp;
}

export interface Matching {
	readonly kind: MaskKind;
	/** Global. What is to be masked is group 1, at the end of the match, or the whole match where there is no group. */
	readonly patterns: readonly (RegExp | Guarded)[];
	readonly accepts?: (found: string) => boolean;
	/** What a pattern may read into the beginning of a find and is to be left. */
	readonly opening?: RegExp;
	readonly cues?: readonly Cues[];
	readonly when?: When;
	/** A sign without which no pattern is looked for. */
	readonly needs?: RegExp;
	readonly examples: Examples;
}

export function matching({
	kind,
	patterns,
	accepts,
	opening,
	cues = [],
	when,
	needs,
	examples
}: Matching): Detector {
	const guarded = patterns.map((each): Guarded => ('pattern' in each ? each : { pattern: each }));
	return {
		kind,
		examples,
		cues,
		find(text, signs = anySigns) {
			const found: Found[] = [];
			if (when && !when(signs, text)) return found;
			const possible = guarded.filter((each) => each.when?.(signs, text) ?? true);
			if (possible.length === 0 || (needs && !needs.test(text))) return found;
			for (const each of possible) {
				if (each.needs && !each.needs.test(text)) continue;
				for (const match of text.matchAll(each.pattern)) {
					const data = match[1] ?? match[0];
					if (accepts && !accepts(data)) continue;
					const end = match.index + match[0].length;
					found.push({ start: end - data.length + (opening?.exec(data)?.[0].length ?? 0), end });
				}
			}
			return found;
		}
	};
}
