import type { Command } from 'commander';
import { readConfig } from '#server/app/config.ts';
import { trainClassifier, type Training } from '#server/app/train-classifier.ts';

export function addTrainCommand(program: Command): void {
	program
		.command('train')
		.description('Learn the second opinion from labelled texts, and show what it adds to the rules')
		.option(
			'--labels <dir>',
			'folder of en_train_labels.jsonl(.gz) and zh_train_labels.jsonl(.gz)',
			'db/gold'
		)
		.action(async ({ labels }: { labels: string }) => {
			const { packsDir } = readConfig(process.env);
			for (const language of ['en', 'zh'] as const)
				console.log(lines(await trainClassifier({ packsDir, labels, language })).join('\n'));
		});
}

function lines(training: Training): readonly string[] {
	const { language, texts, named, found, trials, safety, file, bytes } = training;
	return [
		`${language}: ${texts} texts, ${file} (${Math.round(bytes / 1000)} kB)`,
		`  log odds of a theme no rule has seen: ${write(named)}; of one that a rule has found: ${write(found)}`,
		'  five-fold cross-validation                          precision  recall  micro-F1  false flags',
		...trials.map(({ name, score: { micro, falseFlagRate } }) => {
			const figures = [micro.precision?.value, micro.recall?.value, micro.f1, falseFlagRate?.value];
			return `  ${name.padEnd(50)}${figures.map((figure) => (figure ?? 0).toFixed(3).padStart(10)).join('')}`;
		}),
		`  suicidal statements: ${safety.byEither} of ${safety.texts} found (${safety.byRules} by rules), ${safety.falseByEither} false alarms in ${safety.others} other texts (${safety.falseByRules} by rules)`
	];
}

function write({ bias, score, length, conduct = 0 }: Training['named']): string {
	return `${bias} + ${score} × score + ${length} × ln(length / 1000) + ${conduct} × score of any conduct`;
}
