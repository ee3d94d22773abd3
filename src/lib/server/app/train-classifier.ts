import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EarshotError } from '#core/domain/errors.ts';
import { isCounted, type Tag } from '#core/domain/tag.ts';
import type { Packs } from '#core/domain/theme-pack.ts';
import { anyConduct, type Calibration } from '#core/nlp/classifier/calibration.ts';
import { conceptsOf, type Concepts } from '#core/nlp/classifier/concepts.ts';
import { learnWeights } from '#core/nlp/classifier/learn.ts';
import { isBeyondDoubt, leastProbability } from '#core/nlp/classifier/second-opinion.ts';
import { createScorer } from '#core/nlp/classifier/scorer.ts';
import type { ClassifierWeights } from '#core/nlp/classifier/weights.ts';
import { createTagger, type Tagger } from '#core/nlp/tagger.ts';
import { detectLanguage } from '#core/text/language.ts';
import { maskText } from '#core/text/mask/mask.ts';
import { calibrateFor, folds, tryOut, untried, type Example, type Trial } from './calibrate-opinion.ts';
import { loadPacks } from './load-packs.ts';
import { readLines } from './read-lines.ts';
import { judgeSafety, safetyTheme, type Safety } from './safety-net.ts';

type Language = ClassifierWeights['language'];

export interface Training {
	readonly language: Language;
	readonly texts: number;
	readonly named: Calibration;
	readonly found: Calibration;
	readonly trials: readonly Trial[];
	readonly safety: Safety;
	readonly file: string;
	readonly bytes: number;
}

/** In the name of a file: its texts were labelled after the rules had been written, and none was written from them. */
const freshMark = '_train_fresh';
/** Texts that nobody wrote or chose for a theme. */
const asTheyCame = /_train_(?:labels|more|read|loans|fresh)/;
const evidence = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const row = z.object({
	text: z.string(),
	conduct: z.array(z.string()),
	unsure: z.array(z.string()).default([]),
	evidence: evidence.default({}),
	suicidal: z.boolean().optional()
});

/**
 * Learns the weights of one language from the labels of a folder, calibrates them by cross-validation and writes
 * `classifier/<language>.json` beside the other packs: numbers for words, no text.
 *
 * Rules were written with most of these texts at hand, so beside them the classifier seems to add little. How likely a
 * theme is at which score is learnt from texts that no rule was written from (`<language>_train_fresh….jsonl`), scored by
 * classifiers that have not learnt from them; where there are none, from all, with a rule at work in a fold only if it
 * was right in another.
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
	const examples = await readExamples(await labelsIn(labels, language), packs, language);
	const learnt = [...themes, safetyTheme, anyConduct];
	const concepts = conceptsIn(packs, language);
	scoreUnseen({ language, themes: learnt, concepts }, examples);
	const chosen = calibrateFor(themes, examples);
	const safety = judgeSafety(examples, chosen.named);
	const json = JSON.stringify(learnWeights(language, learnt, examples, { ...chosen, concepts }));
	const file = join(packsDir, 'classifier', `${language}.json`);
	await mkdir(join(packsDir, 'classifier'), { recursive: true });
	await writeFile(file, `${json}\n`);
	const trials = tryOut(themes, examples);
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

async function readExamples(
	paths: readonly string[],
	packs: Packs,
	language: Language
): Promise<readonly Example[]> {
	const tagger = createTagger(packs);
	const rows: (z.infer<typeof row> & Pick<Example, 'isFresh' | 'isAsItCame'>)[] = [];
	for (const path of paths) {
		const kind = { isFresh: path.includes(freshMark), isAsItCame: asTheyCame.test(path) };
		for await (const line of readLines(path, row)) {
			if (line.row === null)
				throw new EarshotError(
					'bad-file',
					`${path} line ${line.number}: ${line.reason}. Correct it and train again.`
				);
			rows.push({ ...line.row, ...kind });
		}
	}
	// Texts of one writer stand together: a fold then holds writers that the others do not.
	return rows.map((each, index) =>
		toExample(
			{ ...each, fold: Math.floor((index * folds) / rows.length), turn: index % folds },
			tagger,
			language
		)
	);
}

function toExample(
	{
		text,
		conduct,
		unsure,
		evidence,
		suicidal,
		...place
	}: z.infer<typeof row> & Pick<Example, 'isFresh' | 'isAsItCame' | 'fold' | 'turn'>,
	tagger: Tagger,
	language: Language
): Example {
	const masked = maskText(text).text;
	const tags = tagger
		.tag(masked, detectLanguage(masked))
		.filter(({ taxonomy, themeId }) => taxonomy === 'conduct' || themeId === safetyTheme);
	const shown = Object.fromEntries(Object.entries(evidence).map(([theme, found]) => [theme, [found].flat()]));
	return {
		...place,
		text: masked,
		labels: new Set([
			...conduct,
			...(conduct.length > 0 ? [anyConduct] : []),
			...(suicidal ? [safetyTheme] : [])
		]),
		ignored: new Set([
			...unsure,
			...(unsure.length > 0 && conduct.length === 0 ? [anyConduct] : []),
			...(suicidal === undefined ? [safetyTheme] : [])
		]),
		evidence: { ...shown, [anyConduct]: conduct.flatMap((theme) => shown[theme] ?? []) },
		rules: new Map(tags.filter(isCounted).map((tag) => [tag.themeId, rulesOf(tag)])),
		sure: new Set(tags.filter((tag) => isBeyondDoubt(masked, language, tag)).map(({ themeId }) => themeId)),
		least: new Map(tags.map((tag) => [tag.themeId, leastProbability(tag)])),
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
		const scorer = createScorer(learnWeights(language, themes, others, { ...untried, concepts }));
		for (const { text, scores } of examples.filter((example) => example.fold === fold))
			for (const { themeId, score } of scorer.score(text)) scores.set(themeId, score);
	}
}
