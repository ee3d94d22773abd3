import type { Command } from 'commander';
import { readConfig } from '#server/app/config.ts';
import { evaluateTagger, type Evaluation, type MaskScore } from '#server/app/evaluate-tagger.ts';
import { openTagger } from '#server/app/open-tagger.ts';
import { reportBadLines } from './bad-lines.ts';

type Scores = Evaluation['conduct'];
type Share = Scores['falseFlagRate'];
interface Options {
	readonly gold: string;
	readonly json?: boolean;
	readonly pii?: boolean;
}

export function addEvalCommand(program: Command): void {
	program
		.command('eval')
		.description(
			'Score tags and masks against a JSONL file of labelled texts; a bad line is left out, exit code 2'
		)
		.requiredOption('--gold <file>', 'JSONL with text, conduct and, where known, unsure, pii and flags')
		.option('--json', 'print all figures as JSON')
		.option('--pii', 'print how much personal data is gone, and what else was masked')
		.action(async ({ gold, json, pii }: Options) => {
			const evaluation = await evaluateTagger(await openTagger(readConfig(process.env).packsDir), {
				from: gold
			});
			if (json) console.log(JSON.stringify(evaluation, null, '\t'));
			else console.log(write(evaluation, pii === true).join('\n'));
			reportBadLines(gold, evaluation.badLines);
		});
}

function write({ conduct, flags, masking }: Evaluation, withMasking: boolean): readonly string[] {
	return [
		writeRow('theme', 'n', 'precision', 'recall', 'F1'),
		...writeScores(conduct.labels.filter(({ n, falseHits }) => n + falseHits > 0)),
		...writeScores([{ label: 'micro', ...conduct.micro }]),
		`macro F1 ${writeNumber(conduct.macroF1)} over themes that occur`,
		`false flags ${writeShare(conduct.falseFlagRate)}: ${conduct.falselyFlagged} of ${conduct.clean} clean texts (of ${conduct.texts})`,
		'',
		...writeScores(flags.labels),
		...(withMasking ? ['', ...writeMasking(masking)] : [])
	];
}

function writeScores(scores: readonly (Scores['micro'] & { readonly label: string })[]): readonly string[] {
	return scores.map(({ label, n, precision, recall, f1 }) =>
		writeRow(label, String(n), writeShare(precision), writeShare(recall), writeNumber(f1))
	);
}

function writeMasking({
	named,
	gone,
	goneShare,
	others,
	overMasked,
	overMaskedShare
}: MaskScore): readonly string[] {
	return [
		`personal data gone ${writeShare(goneShare)}: ${gone} of ${named} substrings`,
		`masked besides ${writeShare(overMaskedShare, 4)}: ${overMasked} of ${others} other characters`
	];
}

function writeRow(label: string, n: string, precision: string, recall: string, f1: string): string {
	return `${label.padEnd(31)}${n.padStart(5)}  ${precision.padEnd(18)}  ${recall.padEnd(18)}  ${f1}`;
}

function writeShare(share: Share, digits = 2): string {
	if (!share) return '–';
	const [value, low, high] = [share.value, share.low, share.high].map((each) => each.toFixed(digits));
	return `${value} [${low}, ${high}]`;
}

function writeNumber(value: number | null): string {
	return value === null ? '–' : value.toFixed(3);
}
