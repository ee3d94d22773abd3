/** What a piece of personal data is replaced by, in both languages: `[PHONE]`, `[ID]` … */
export const maskKinds = [
	'EMAIL',
	'ID',
	'CARD',
	'PHONE',
	'ACCOUNT',
	'PLATE',
	'IM',
	'ADDRESS',
	'NAME'
] as const;
export type MaskKind = (typeof maskKinds)[number];

export interface Found {
	readonly start: number;
	readonly end: number;
}

/**
 * Finds one kind of personal data. The text it is given is as written, but with half-width signs and simplified
 * characters, so that each pattern is written once.
 */
export interface Detector {
	readonly kind: MaskKind;
	find(text: string): readonly Found[];
}

/**
 * A detector whose `pattern` (global) matches exactly what is to be masked; context goes into lookarounds. `needs`
 * is a cheap sign without which the pattern cannot match.
 */
export function matching(
	kind: MaskKind,
	pattern: RegExp,
	accepts?: (found: string) => boolean,
	needs?: RegExp
): Detector {
	return {
		kind,
		find(text) {
			if (needs && !needs.test(text)) return [];
			const found: Found[] = [];
			for (const match of text.matchAll(pattern)) {
				if (!accepts || accepts(match[0]))
					found.push({ start: match.index, end: match.index + match[0].length });
			}
			return found;
		}
	};
}
