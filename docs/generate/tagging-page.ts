import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTagger } from '#server/app/open-tagger.ts';
import { evaluateTagger, type Evaluation } from '#server/app/evaluate-tagger.ts';
import type { Generator } from './generator.ts';
import { notice, table } from './markdown.ts';

type Scores = Evaluation['conduct'];
const parts = {
	train_labels: 'tuned',
	train_more: 'tuned, later texts',
	dev_labels: 'held back',
	check: 'held back, later texts',
	check_suicidal: 'held back, suicidal and near it',
	check_bank: 'held back, single sentences'
} as const;
const languages = { en: 'English', zh: 'Chinese' } as const;

/** How a tag comes about, with measured figures put into the text of `docs/generate/tagging.md`. */
export function taggingPage(top: string): Generator {
	return {
		path: 'docs/tagging.md',
		make: async () => {
			const tagger = await openTagger(join(top, 'db/packs'));
			const blocks: Record<string, string> = {};
			const summary: string[][] = [];
			for (const [language, name] of Object.entries(languages)) {
				const measured: Partial<Record<keyof typeof parts, Evaluation>> = {};
				for (const [part, said] of Object.entries(parts)) {
					const from = join(top, `db/gold/${language}_${part}.jsonl.gz`);
					if (!existsSync(from)) continue;
					const found = await evaluateTagger(tagger, { from });
					measured[part as keyof typeof parts] = found;
					summary.push(summarise(`${name}, ${said}`, found));
				}
				blocks[`themes.${language}`] = themeTable(measured.train_labels, measured.dev_labels);
			}
			blocks.summary = table(
				[
					'labels',
					'texts',
					'precision',
					'recall',
					'micro-F1',
					'clean texts flagged',
					'suicidal found · false',
					'personal data gone',
					'other characters masked'
				],
				summary
			);
			const text = readFileSync(join(top, 'docs/generate/tagging.md'), 'utf8');
			const filled = text.replace(/\{\{(.+?)\}\}/g, (_, key: string) => blocks[key] ?? `no block ${key}`);
			return `${notice('docs/generate/tagging.md, db/packs and db/gold')}\n\n${filled}`;
		}
	};
}

function summarise(name: string, { conduct, flags, masking }: Evaluation): string[] {
	const suicidal = flags.labels.find(({ label }) => label === 'suicidal');
	return [
		name,
		String(conduct.texts),
		share(conduct.micro.precision),
		share(conduct.micro.recall),
		number(conduct.micro.f1),
		`${conduct.falselyFlagged} of ${conduct.clean} (${share(conduct.falseFlagRate)})`,
		suicidal ? `${suicidal.hits} of ${suicidal.n} · ${suicidal.falseHits}` : '–',
		masking.named > 0 ? `${masking.gone} of ${masking.named}` : '–',
		masking.named > 0 ? `${((masking.overMaskedShare?.value ?? 0) * 100).toFixed(2)} %` : '–'
	];
}

function themeTable(train: Evaluation | undefined, dev: Evaluation | undefined): string {
	const labels = train?.conduct.labels ?? [];
	return table(
		['theme', 'n', 'precision', 'recall', 'F1', 'n', 'precision', 'recall', 'F1'],
		labels.map(({ label }) => [
			label,
			...themeCells(train?.conduct, label),
			...themeCells(dev?.conduct, label)
		])
	);
}

function themeCells(scores: Scores | undefined, label: string): readonly string[] {
	const found = scores?.labels.find((each) => each.label === label);
	return found
		? [String(found.n), share(found.precision), share(found.recall), number(found.f1)]
		: ['–', '–', '–', '–'];
}

function share(value: Scores['falseFlagRate']): string {
	if (!value) return '–';
	return `${value.value.toFixed(2)} [${value.low.toFixed(2)}–${value.high.toFixed(2)}]`;
}

function number(value: number | null): string {
	return value === null ? '–' : value.toFixed(2);
}
