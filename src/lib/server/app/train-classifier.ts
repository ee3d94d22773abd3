import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EarshotError } from '#core/domain/errors.ts';
import { isCounted, type Tag } from '#core/domain/tag.ts';
import type { Packs } from '#core/domain/theme-pack.ts';
import { conceptsOf, type Concepts } from '#core/nlp/classifier/concepts.ts';
import { learnWeights, type LabelledText } from '#core/nlp/classifier/learn.ts';
import { isFoundOften } from '#core/nlp/classifier/second-opinion.ts';
import { createScorer } from '#core/nlp/classifier/scorer.ts';
import type { ClassifierWeights } from '#core/nlp/classifier/weights.ts';
import { createTagger, type Tagger } from '#core/nlp/tagger.ts';
import { scoreLabels, type Judged, type MultilabelScore } from '#core/stats/multilabel-score.ts';
import { detectLanguage } from '#core/text/language.ts';
import { maskText } from '#core/text/mask/mask.ts';
import { loadPacks } from './load-packs.ts';
import { readLines } from './read-lines.ts';
import { judgeSafety, safetyTheme, type Safety } from './safety-net.ts';

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
	readonly doubtBelow: number;
	readonly trials: readonly Trial[];
	readonly safety: Safety;
	readonly file: string;
	readonly bytes: number;
}

const folds = 5;
/** In the name of a file: its texts were labelled after the rules had been written, and none was written from them. */
const freshMark = '_train_fresh';
/** JSON knows no infinity; no score comes near this. */
const beyond = 99;
const thresholds = [-2, -1.75, -1.5, -1.25, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, beyond];
const doubts = [-beyond, -6, -5.5, -5, -4.5, -4, -3.75, -3.5, -3.25, -3, -2.75, -2.5, -2.25, -2, -1.75, -1.5];
/** A clean text in a hundred that is flagged weighs as much as so many hundredths of micro-F1. */
const weightOfFalseFlags = { en: 0.5, zh: 0.25 } as const;

const evidence = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const row = z.object({
	text: z.string(),
	conduct: z.array(z.string()),
	unsure: z.array(z.string()).default([]),
	evidence: evidence.default({}),
	suicidal: z.boolean().optional()
});

interface Example extends LabelledText {
	readonly fold: number;
	/** No rule was written from it. */
	readonly isFresh: boolean;
	/** Rules that made each counted theme. */
	readonly rules: ReadonlyMap<string, readonly string[]>;
	/** Themes that rules count in more than one place: never doubted. */
	readonly often: ReadonlySet<string>;
	/** Themes that a rule has seen, counted or not. */
	readonly seen: ReadonlySet<string>;
	/** Score of each theme by a classifier that has not learnt from the fold. */
	readonly scores: Map<string, number>;
}

/**
 * Learns the weights of one language from the labels of a folder, finds its thresholds by cross-validation and writes `classifier/<language>.json` beside the other packs: numbers for words, no text.
 *
 * Rules were written with most of these texts at hand, so beside them the classifier seems to add little. The thresholds
 * are found on texts that no rule was written from (`<language>_train_fresh….jsonl`), by classifiers that have not learnt
 * from them; where there are none, on all, with a rule at work in a fold only if it was right in another.
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
	const examples = await readExamples(await labelsIn(labels, language), packs);
	const learnt = [...themes, safetyTheme];
	const concepts = conceptsIn(packs, language);
	scoreUnseen({ language, themes: learnt, concepts }, examples);
	const severe = new Set(packs.themes.filter(({ severity }) => severity === 4).map(({ id }) => id));
	const task = { themes, severe, weightOfFalseFlags: weightOfFalseFlags[language] };
	const chosen = chooseFor(task, examples);
	const safety = judgeSafety(examples, chosen.threshold);
	const json = JSON.stringify(learnWeights(language, learnt, examples, { ...chosen, concepts }));
	const file = join(packsDir, 'classifier', `${language}.json`);
	await mkdir(join(packsDir, 'classifier'), { recursive: true });
	await writeFile(file, `${json}\n`);
	const trials = tryOut(task, examples);
	const bytes = Buffer.byteLength(json) + 1;
	return { language, texts: examples.length, ...chosen, trials, safety, file, bytes };
}

/** Files named `<language>_train….jsonl` or `.jsonl.gz`. Throws `bad-file` where there are none. */
async function labelsIn(dir: string, language: Language): Promise<readonly string[]> {
	const names = await readdir(dir).catch(() => []);
	const files = names.filter(
		(name) => name.startsWith(`${language}_train`) && /\.jsonl(?:\.gz)?$/.test(name)
	);
	if (files.length === 0)
		throw new EarshotError(
			'bad-file',
			`There is no ${language}_train_labels.jsonl or .jsonl.gz in ${dir}. Give the folder of the labels with --labels.`
		);
	return files.sort().map((name) => join(dir, name));
}

async function readExamples(paths: readonly string[], packs: Packs): Promise<readonly Example[]> {
	const tagger = createTagger(packs);
	const rows: (z.infer<typeof row> & { readonly isFresh: boolean })[] = [];
	for (const path of paths) {
		const isFresh = path.includes(freshMark);
		for await (const line of readLines(path, row)) {
			if (line.row === null)
				throw new EarshotError(
					'bad-file',
					`${path} line ${line.number}: ${line.reason}. Correct it and train again.`
				);
			rows.push({ ...line.row, isFresh });
		}
	}
	// Texts of one writer stand together: a fold then holds writers that the others do not.
	return rows.map((each, index) => toExample(each, Math.floor((index * folds) / rows.length), tagger));
}

function toExample(
	{ text, conduct, unsure, evidence, suicidal, isFresh }: z.infer<typeof row> & { readonly isFresh: boolean },
	fold: number,
	tagger: Tagger
): Example {
	const masked = maskText(text).text;
	const tags = tagger
		.tag(masked, detectLanguage(masked))
		.filter(({ taxonomy, themeId }) => taxonomy === 'conduct' || themeId === safetyTheme);
	return {
		text: masked,
		labels: new Set(suicidal ? [...conduct, safetyTheme] : conduct),
		ignored: new Set(suicidal === undefined ? [...unsure, safetyTheme] : unsure),
		evidence: Object.fromEntries(Object.entries(evidence).map(([theme, found]) => [theme, [found].flat()])),
		fold,
		isFresh,
		rules: new Map(tags.filter(isCounted).map((tag) => [tag.themeId, rulesOf(tag)])),
		often: new Set(tags.filter(isFoundOften).map(({ themeId }) => themeId)),
		seen: new Set(tags.map(({ themeId }) => themeId)),
		scores: new Map()
	};
}

function rulesOf({ spans, polarity }: Tag): readonly string[] {
	return spans.filter((span) => span.polarity === polarity).map(({ ruleId }) => ruleId);
}

/** Chinese runs of characters tell more than words of classes do: they have none. */
function conceptsIn({ classes }: Packs, language: Language): Concepts | undefined {
	const pack = classes.find((each) => each.language === language);
	return pack && language === 'en' ? conceptsOf(pack) : undefined;
}

interface Learnt {
	readonly language: Language;
	readonly themes: readonly string[];
	readonly concepts: Concepts | undefined;
}

function scoreUnseen({ language, themes, concepts }: Learnt, examples: readonly Example[]): void {
	for (let fold = 0; fold < folds; fold++) {
		const others = examples.filter((example) => example.fold !== fold);
		const scorer = createScorer(learnWeights(language, themes, others, { ...rulesAlone, concepts }));
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

type Thresholds = Pick<ClassifierWeights, 'threshold' | 'doubtBelow'>;
interface Task {
	readonly themes: readonly string[];
	/** Never doubted. */
	readonly severe: ReadonlySet<string>;
	readonly weightOfFalseFlags: number;
}
const rulesAlone: Thresholds = { threshold: beyond, doubtBelow: -beyond };

function judge({ themes, severe }: Task, example: Example, counts: Judge, at: Thresholds): Judged {
	const found = themes.filter((theme) => {
		const score = example.scores.get(theme) ?? -Infinity;
		const rules = example.rules.get(theme);
		if (rules?.some((id) => counts(example, id))) {
			return severe.has(theme) || example.often.has(theme) || score >= at.doubtBelow;
		}
		return (rules !== undefined || !example.seen.has(theme)) && score > at.threshold;
	});
	return { expected: example.labels, ignored: example.ignored, found: new Set(found) };
}

function scoreAll(
	task: Task,
	examples: readonly Example[],
	counts: Judge,
	thresholdsOf: (fold: number) => Thresholds
): MultilabelScore {
	return scoreLabels(
		task.themes,
		examples.map((example) => judge(task, example, counts, thresholdsOf(example.fold)))
	);
}

/** Fresh texts tell best; where there are none, a rule counts only for what it was right about elsewhere. */
function chooseFor(task: Task, examples: readonly Example[]): Thresholds {
	const fresh = examples.filter(({ isFresh }) => isFresh);
	return fresh.length > 0 ? choose(task, fresh, asWritten) : choose(task, examples, earned(examples));
}

const asWritten: Judge = () => true;

/** The thresholds with the best micro-F1, less what their false flags weigh. */
function choose(task: Task, examples: readonly Example[], counts: Judge): Thresholds {
	let best = { at: rulesAlone, worth: -Infinity };
	for (const threshold of thresholds) {
		for (const doubtBelow of doubts) {
			const at = { threshold, doubtBelow };
			const { micro, falseFlagRate } = scoreAll(task, examples, counts, () => at);
			const worth = (micro.f1 ?? 0) - task.weightOfFalseFlags * (falseFlagRate?.value ?? 0);
			if (worth > best.worth) best = { at, worth };
		}
	}
	return best.at;
}

/** Each fold is judged with the thresholds that the others chose. */
function tryOut(task: Task, examples: readonly Example[]): readonly Trial[] {
	const chosen = Array.from({ length: folds }, (_, fold) =>
		chooseFor(
			task,
			examples.filter((example) => example.fold !== fold)
		)
	);
	const ofFold = (fold: number) => chosen[fold] ?? rulesAlone;
	const trialsOn = (name: string, texts: readonly Example[], counts: Judge): readonly Trial[] => [
		{ name: `rules alone, ${name}`, score: scoreAll(task, texts, counts, () => rulesAlone) },
		{ name: 'with the classifier', score: scoreAll(task, texts, counts, ofFold) }
	];
	const fresh = examples.filter(({ isFresh }) => isFresh);
	return [
		...trialsOn('written with these texts at hand', examples, asWritten),
		...trialsOn('only those right in another fold', examples, earned(examples)),
		...(fresh.length > 0 ? trialsOn('on texts no rule was written from', fresh, asWritten) : [])
	];
}
