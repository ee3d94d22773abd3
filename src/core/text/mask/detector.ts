import type { MaskKind } from '../placeholder.ts';

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
	find(text: string): readonly Found[];
}

/** A pattern with a cheap sign without which it cannot match. */
export interface Guarded {
	readonly needs: RegExp;
	readonly pattern: RegExp;
}

export interface Matching {
	readonly kind: MaskKind;
	/** Global. What is to be masked is group 1, at the end of the match, or the whole match where there is no group. */
	readonly patterns: readonly (RegExp | Guarded)[];
	readonly accepts?: (found: string) => boolean;
	/** What a pattern may read into the beginning of a find and is to be left. */
	readonly opening?: RegExp;
	/** A cheap sign without which no pattern can match. */
	readonly needs?: RegExp;
	readonly examples: Examples;
}

export function matching({ kind, patterns, accepts, opening, needs, examples }: Matching): Detector {
	return {
		kind,
		examples,
		find(text) {
			if (needs && !needs.test(text)) return [];
			const found: Found[] = [];
			for (const each of patterns) {
				if ('needs' in each && !each.needs.test(text)) continue;
				const pattern = 'needs' in each ? each.pattern : each;
				for (const match of text.matchAll(pattern)) {
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
