import { Command } from 'commander';
import { EarshotError } from '#core/domain/errors.ts';

type AddCommand = (program: Command) => void;

/** By the words that may come first; the help loads all. */
const commands: readonly (readonly [words: readonly string[], load: () => Promise<AddCommand>])[] = [
	[['import'], async () => (await import('./import.ts')).addImportCommand],
	[['imports', 'rollback'], async () => (await import('./imports.ts')).addImportsCommands],
	[['mapping'], async () => (await import('./mapping.ts')).addMappingCommand],
	[['watch'], async () => (await import('./watch.ts')).addWatchCommand],
	[['keys'], async () => (await import('./keys.ts')).addKeysCommand],
	[['people'], async () => (await import('./people.ts')).addPeopleCommand],
	[['facts'], async () => (await import('./facts.ts')).addFactsCommand],
	[['signals'], async () => (await import('./signals.ts')).addSignalsCommand],
	[['report'], async () => (await import('./report.ts')).addReportCommand],
	[['deliver'], async () => (await import('./deliver.ts')).addDeliverCommand],
	[['tag'], async () => (await import('./tag.ts')).addTagCommand],
	[['eval'], async () => (await import('./eval.ts')).addEvalCommand],
	[['explain'], async () => (await import('./explain.ts')).addExplainCommand],
	[['train'], async () => (await import('./train.ts')).addTrainCommand]
];

/** Runs the command of `argv`, as node gives it; what Earshot refuses is one line on stderr and exit code 1. */
export async function runProgram(argv: readonly string[]): Promise<void> {
	const program = new Command('earshot')
		.description('Earshot: complaint and feedback analytics for debt collection.')
		.showHelpAfterError();
	const [, , word] = argv;
	const asked = commands.filter(([words]) => word !== undefined && words.includes(word));
	for (const [, load] of asked.length > 0 ? asked : commands) (await load())(program);
	try {
		await program.parseAsync(argv);
	} catch (error) {
		if (!(error instanceof EarshotError)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
