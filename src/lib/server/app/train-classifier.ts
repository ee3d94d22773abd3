import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EarshotError } from '#core/domain/errors.ts';
import { isCounted, type Tag } from '#core/domain/tag.ts';
import type { Packs } from '#core/domain/theme-pack.ts';
import { learnWeights, type LabelledText } from '#core/nlp/classifier/learn.ts';
import { createScorer } from '#core/nlp/classifier/scorer.ts';
import type { ClassifierWeights } from '#core/nlp/classifier/weights.ts';
import { createTagger, type Tagger } from '#core/nlp/tagger.ts';
import { scoreLabels, type Judged, type MultilabelScore } from '#core/stats/multilabel-score.ts';
import { detectLanguage } from '#core/text/language.ts';
import { maskText } from '#core/text/mask/mask.ts';
import { loadPacks } from './load-packs.ts';
import { readLines } from './read-lines.ts';

type Language = ClassifierWeights['language'];

/** One way of tagging, scored on texts the classifier had not learnt from. */
export interface Trial {
	readonly name: string;
	readonly score: MultilabelScore;
}
export interface Training {
	readonly language: Language;
	readonly texts: number;
	readonly threshold: number;
	readonly trials: readonly Trial[];
	readonly file: string;
	readonly bytes: number;
}

const folds = 5;
const thresholds = [-2, -1.75, -1.5, -1.25, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5];
/** What naming more themes may cost: half a clean text in a hundred. */
const mostFalseFlags = 0.005;

const evidence = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const row = z.object({
	text: z.string(),
	conduct: z.array(z.string()),
	unsure: z.array(z.string()).default([]),
	evidence: evidence.default({})
});

interface Example extends LabelledText {
	readonly fold: number;
	/** Rules that made each counted theme. */
	readonly rules: ReadonlyMap<string, readonly string[]>;
	/** Themes that a rule has seen, counted or not. */
	readonly seen: ReadonlySet<string>;
	/** Score of each theme by a classifier that has not learnt from the fold. */
	readonly scores: Map<string, number>;
}

/**
 * Learns the weights of one language from DIR/<language>_train_labels.jsonl or .jsonl.gz, finds its threshold by cross-validation
 * and writes `classifier/<language>.json` beside the other packs: numbers for words, no text.
 *
 * Rules were written with these texts at hand, so beside them as they are the classifier seems to add little. The
 * threshold is found, and a second pair of trials shown, with a rule at work in a fold only if it was right in another.
 */
export async function trainClassifier({
	packsDir,
	labels,
	language
}: {
	readonly packsDir: string;
	readonly labels: string;
	readonly language: Language;
}): Promise<Training> {
	const packs = await loadPacks(packsDir);
	const themes = packs.themes.filter(({ taxonomy }) => taxonomy === 'conduct').map(({ id }) => id);
	const examples = await readExamples(labelsIn(labels, language), packs);
	scoreUnseen(language, themes, examples);
	const threshold = chooseThreshold(themes, examples, earned(examples));
	const json = JSON.stringify(learnWeights(language, themes, examples, threshold));
	const file = join(packsDir, 'classifier', `${language}.json`);
	await mkdir(join(packsDir, 'classifier'), { recursive: true });
	await writeFile(file, `${json}\n`);
	const trials = tryOut(themes, examples);
	return { language, texts: examples.length, threshold, trials, file, bytes: Buffer.byteLength(json) + 1 };
}

function labelsIn(dir: string, language: Language): string {
	const plain = join(dir, `${language}_train_labels.jsonl`);
	return existsSync(plain) ? plain : `${plain}.gz`;
}

async function readExamples(path: string, packs: Packs): Promise<readonly Example[]> {
	const tagger = createTagger(packs);
	const examples: Example[] = [];
	for await (const line of readLines(path, row)) {
		if (line.row === null)
			throw new EarshotError(
				'bad-file',
				`${path} line ${line.number}: ${line.reason}. Correct it and train again.`
			);
		examples.push(toExample(line.row, examples.length % folds, tagger));
	}
	return examples;
}

function toExample(
	{ text, conduct, unsure, evidence }: z.infer<typeof row>,
	fold: number,
	tagger: Tagger
): Example {
	const masked = maskText(text).text;
	const tags = tagger.tag(masked, detectLanguage(masked)).filter(({ taxonomy }) => taxonomy === 'conduct');
	return {
		text: masked,
		labels: new Set(conduct),
		ignored: new Set(unsure),
		evidence: Object.fromEntries(Object.entries(evidence).map(([theme, found]) => [theme, [found].flat()])),
		fold,
		rules: new Map(tags.filter(isCounted).map((tag) => [tag.themeId, rulesOf(tag)])),
		seen: new Set(tags.map(({ themeId }) => themeId)),
		scores: new Map()
	};
}

function rulesOf({ spans, polarity }: Tag): readonly string[] {
	return spans.filter((span) => span.polarity === polarity).map(({ ruleId }) => ruleId);
}

function scoreUnseen(language: Language, themes: readonly string[], examples: readonly Example[]): void {
	for (let fold = 0; fold < folds; fold++) {
		const others = examples.filter((example) => example.fold !== fold);
		const scorer = createScorer(learnWeights(language, themes, others, 0));
		for (const { text, scores } of examples.filter((example) => example.fold === fold))
			for (const { themeId, score } of scorer.score(text)) scores.set(themeId, score);
	}
}

/** Does a rule count in a text? */
type Judge = (example: Example, ruleId: string) => boolean;

/** A rule that was never right in another fold might not have been written without this one. */
function earned(examples: readonly Example[]): Judge {
	const rightIn = new Map<string, Set<number>>();
	for (const { rules, labels, fold } of examples)
		for (const [theme, ids] of rules)
			if (labels.has(theme)) for (const id of ids) rightIn.set(id, (rightIn.get(id) ?? new Set()).add(fold));
	return ({ fold }, id) => [...(rightIn.get(id) ?? [])].some((other) => other !== fold);
}

function judge(themes: readonly string[], example: Example, counts: Judge, threshold: number): Judged {
	const found = themes.filter((theme) => {
		const rules = example.rules.get(theme);
		if (rules) {
			if (rules.some((id) => counts(example, id))) return true;
		} else if (example.seen.has(theme)) return false;
		return (example.scores.get(theme) ?? -Infinity) > threshold;
	});
	return { expected: example.labels, ignored: example.ignored, found: new Set(found) };
}

/** The threshold with the best micro-F1 among those that flag few more clean texts than the rules alone. */
function chooseThreshold(themes: readonly string[], examples: readonly Example[], counts: Judge): number {
	const scoreAt = (threshold: number) =>
		scoreLabels(
			themes,
			examples.map((example) => judge(themes, example, counts, threshold))
		);
	let best = { threshold: Infinity, score: scoreAt(Infinity) };
	const most = (best.score.falseFlagRate?.value ?? 0) + mostFalseFlags;
	for (const threshold of thresholds) {
		const score = scoreAt(threshold);
		if ((score.falseFlagRate?.value ?? 0) <= most && (score.micro.f1 ?? 0) > (best.score.micro.f1 ?? 0))
			best = { threshold, score };
	}
	// JSON knows no infinity; no score comes near this.
	return Number.isFinite(best.threshold) ? best.threshold : 99;
}

/** Each fold is judged with the threshold that the others chose. */
function tryOut(themes: readonly string[], examples: readonly Example[]): readonly Trial[] {
	const asWritten: Judge = () => true;
	const asEarned = earned(examples);
	const chosen = Array.from({ length: folds }, (_, fold) =>
		chooseThreshold(
			themes,
			examples.filter((example) => example.fold !== fold),
			asEarned
		)
	);
	const trial = (name: string, counts: Judge, thresholdOf: (fold: number) => number): Trial => ({
		name,
		score: scoreLabels(
			themes,
			examples.map((example) => judge(themes, example, counts, thresholdOf(example.fold)))
		)
	});
	return [
		trial('rules alone, written with these texts at hand', asWritten, () => Infinity),
		trial('with the classifier', asWritten, (fold) => chosen[fold] ?? Infinity),
		trial('rules alone, only those right in another fold', asEarned, () => Infinity),
		trial('with the classifier', asEarned, (fold) => chosen[fold] ?? Infinity)
	];
}
