import {
	anyConduct,
	likelyEnough,
	probabilityOf,
	type Calibration
} from '#core/nlp/classifier/calibration.ts';

/** Not conduct, but learnt beside it: missing one is worse than looking in vain. */
export const safetyTheme = 'suicidal_ideation';

/** A labelled text, and what rules and a classifier that has not learnt from it make of it. */
export interface Judged {
	readonly text: string;
	readonly labels: ReadonlySet<string>;
	readonly ignored: ReadonlySet<string>;
	/** Rules that made each counted theme. */
	readonly rules: ReadonlyMap<string, readonly string[]>;
	/** Themes that a rule has seen, counted or not. */
	readonly seen: ReadonlySet<string>;
	readonly scores: ReadonlyMap<string, number>;
}

/** What rules and classifier find together, on texts the classifier had not learnt from. */
export interface Safety {
	/** Texts with such a statement; those of them found by a rule; those found by either. */
	readonly texts: number;
	readonly byRules: number;
	readonly byEither: number;
	/** Texts without; those of them that a rule, and that either, takes for one. */
	readonly others: number;
	readonly falseByRules: number;
	readonly falseByEither: number;
}

export function judgeSafety(examples: readonly Judged[], named: Calibration): Safety {
	const known = examples.filter(({ ignored }) => !ignored.has(safetyTheme));
	const others = known.filter(({ labels }) => !labels.has(safetyTheme));
	const texts = known.filter(({ labels }) => labels.has(safetyTheme));
	const isFound = (each: Judged) => each.rules.has(safetyTheme) || isNamed(each, named);
	return {
		texts: texts.length,
		byRules: texts.filter(({ rules }) => rules.has(safetyTheme)).length,
		byEither: texts.filter(isFound).length,
		others: others.length,
		falseByRules: others.filter(({ rules }) => rules.has(safetyTheme)).length,
		falseByEither: others.filter(isFound).length
	};
}

/** What a rule has seen, counted or not, the rule decides. */
function isNamed({ text, seen, scores }: Judged, named: Calibration): boolean {
	const score = scores.get(safetyTheme);
	if (score === undefined || seen.has(safetyTheme)) return false;
	const conduct = scores.get(anyConduct) ?? 0;
	return probabilityOf(named, { score, length: text.length, conduct }) >= likelyEnough;
}
