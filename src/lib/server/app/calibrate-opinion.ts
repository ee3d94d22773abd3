import {
	anyConduct,
	calibrate,
	likelyEnough,
	probabilityOf,
	type Calibration,
	type Outcome,
	type Signs
} from '#core/nlp/classifier/calibration.ts';
import type { LabelledText } from '#core/nlp/classifier/learn.ts';
import type { ClassifierWeights } from '#core/nlp/classifier/weights.ts';
import { scoreLabels, type Judged, type MultilabelScore } from '#core/stats/multilabel-score.ts';

/** One way of tagging, scored on texts the classifier had not learnt from. */
export interface Trial {
	readonly name: string;
	readonly score: MultilabelScore;
}
/** Into how many parts the texts are divided: each is scored, and judged, by what the others taught. */
export const folds = 5;
/** Below this score no theme is ever named: such texts would only hide how likely it is above. */
const leastScore = -3;

/** A labelled text, and what rules and a classifier make of it. */
export interface Example extends LabelledText {
	readonly fold: number;
	/** Whose calibration judges it: the one that was made without the texts of this turn. */
	readonly turn: number;
	/** No rule was written from it. */
	readonly isFresh: boolean;
	/** Nobody chose it for a theme: it tells how common themes are. */
	readonly isAsItCame: boolean;
	/** Rules that made each counted theme. */
	readonly rules: ReadonlyMap<string, readonly string[]>;
	/** Themes that rules count and no classifier takes back. */
	readonly sure: ReadonlySet<string>;
	/** By theme that rules have seen, the probability from which it counts. */
	readonly least: ReadonlyMap<string, number>;
	/** Themes that a rule has seen, counted or not. */
	readonly seen: ReadonlySet<string>;
	/** Score of each theme by a classifier that has not learnt from the fold. */
	readonly scores: Map<string, number>;
}

/** Does a rule count in a text? */
type Judge = (example: Example, ruleId: string) => boolean;

/** In how many other texts a rule must have been right: by this, rules find as much as they do of fresh texts. */
const othersEnough = 3;

/** Counts, of rules written with a text at hand, those that would have been written without it. */
function wellEarned(examples: readonly Example[]): Judge {
	const rightIn = new Map<string, Set<Example>>();
	for (const example of examples)
		for (const [theme, ids] of example.rules)
			if (example.labels.has(theme))
				for (const id of ids) rightIn.set(id, (rightIn.get(id) ?? new Set()).add(example));
	return (example, id) => {
		const right = rightIn.get(id) ?? new Set();
		return example.isFresh || right.size - (right.has(example) ? 1 : 0) >= othersEnough;
	};
}

/** A rule that was never right in another fold might not have been written without this one. */
function earned(examples: readonly Example[]): Judge {
	const rightIn = new Map<string, Set<number>>();
	for (const { rules, labels, fold } of examples)
		for (const [theme, ids] of rules)
			if (labels.has(theme)) for (const id of ids) rightIn.set(id, (rightIn.get(id) ?? new Set()).add(fold));
	return ({ fold }, id) => [...(rightIn.get(id) ?? [])].some((other) => other !== fold);
}

export type Calibrations = Pick<ClassifierWeights, 'named' | 'found'>;
/** What nothing has been learnt for yet. */
export const untried: Calibrations = { named: calibrate([]), found: calibrate([]) };
/** The rules as they are, without a second opinion. */
const rulesAlone = null;

function judge(
	themes: readonly string[],
	example: Example,
	counts: Judge,
	calibrations: Calibrations | typeof rulesAlone
): Judged {
	const isLikely = (theme: string, calibration: Calibration, least = likelyEnough): boolean => {
		const score = example.scores.get(theme);
		return score !== undefined && probabilityOf(calibration, signsOf(example, score)) >= least;
	};
	const found = themes.filter((theme) => {
		const rules = example.rules.get(theme);
		if (rules?.some((id) => counts(example, id)))
			return (
				!calibrations ||
				example.sure.has(theme) ||
				isLikely(theme, calibrations.found, example.least.get(theme))
			);
		return calibrations && (rules || !example.seen.has(theme)) && isLikely(theme, calibrations.named);
	});
	return { expected: example.labels, ignored: example.ignored, found: new Set(found) };
}

/**
 * Fresh texts tell best what a find of a rule is worth. They are few, and hold few themes that no rule has seen: how
 * likely those are is learnt from all texts taken as they came. Without fresh texts, a rule counts only for what it was
 * right about elsewhere.
 */
export function calibrateFor(themes: readonly string[], examples: readonly Example[]): Calibrations {
	const fresh = examples.filter(({ isFresh }) => isFresh);
	if (fresh.length === 0) {
		const counts = earned(examples);
		return {
			named: calibrate(outcomesUnseen(themes, examples, counts)),
			found: calibrate(outcomesFound(themes, examples, counts))
		};
	}
	const asTheyCame = examples.filter(({ isAsItCame }) => isAsItCame);
	return {
		named: calibrate(outcomesUnseen(themes, asTheyCame, wellEarned(examples))),
		found: calibrate(outcomesFound(themes, fresh, asWritten))
	};
}

const asWritten: Judge = () => true;

/** Of themes that no rule counts. */
function outcomesUnseen(themes: readonly string[], examples: readonly Example[], counts: Judge) {
	return outcomesOf(themes, examples, (example, theme, score) => {
		const rules = example.rules.get(theme);
		const isOpen = rules?.every((id) => !counts(example, id)) ?? !example.seen.has(theme);
		return isOpen && score > leastScore;
	});
}

/** Of themes that a rule counts, and that can be doubted. */
function outcomesFound(themes: readonly string[], examples: readonly Example[], counts: Judge) {
	return outcomesOf(themes, examples, (example, theme) => {
		const isFound = example.rules.get(theme)?.some((id) => counts(example, id)) ?? false;
		return isFound && !example.sure.has(theme);
	});
}

function outcomesOf(
	themes: readonly string[],
	examples: readonly Example[],
	isAsked: (example: Example, theme: string, score: number) => boolean
): readonly Outcome[] {
	return examples.flatMap((example) =>
		themes.flatMap((theme) => {
			const score = example.scores.get(theme);
			const isTrue = example.labels.has(theme);
			if (score === undefined || (example.ignored.has(theme) && !isTrue)) return [];
			return isAsked(example, theme, score) ? [{ ...signsOf(example, score), isTrue }] : [];
		})
	);
}

function signsOf({ text, scores }: Example, score: number): Signs {
	return { score, length: text.length, conduct: scores.get(anyConduct) ?? 0 };
}

/** Each fifth is judged with what the others tell. */
export function tryOut(themes: readonly string[], examples: readonly Example[]): readonly Trial[] {
	const chosen = Array.from({ length: folds }, (_, turn) =>
		calibrateFor(
			themes,
			examples.filter((example) => example.turn !== turn)
		)
	);
	const trialsOn = (name: string, texts: readonly Example[], counts: Judge): readonly Trial[] => [
		{
			name: `rules alone, ${name}`,
			score: scoreLabels(
				themes,
				texts.map((each) => judge(themes, each, counts, rulesAlone))
			)
		},
		{
			name: 'with the classifier',
			score: scoreLabels(
				themes,
				texts.map((each) => judge(themes, each, counts, chosen[each.turn] ?? untried))
			)
		}
	];
	const fresh = examples.filter(({ isFresh }) => isFresh);
	return [
		...trialsOn('written with these texts at hand', examples, asWritten),
		...trialsOn('only those right in another fold', examples, earned(examples)),
		...(fresh.length > 0 ? trialsOn('on texts no rule was written from', fresh, asWritten) : [])
	];
}
