import { Command } from 'commander';
import { EarshotError } from '#core/domain/errors.ts';
import { addDeliverCommand } from './deliver.ts';
import { addEvalCommand } from './eval.ts';
import { addExplainCommand } from './explain.ts';
import { addFactsCommand } from './facts.ts';
import { addImportCommand } from './import.ts';
import { addImportsCommands } from './imports.ts';
import { addMappingCommand } from './mapping.ts';
import { addKeysCommand } from './keys.ts';
import { addPeopleCommand } from './people.ts';
import { addSignalsCommand } from './signals.ts';
import { addReportCommand } from './report.ts';
import { addTagCommand } from './tag.ts';
import { addTrainCommand } from './train.ts';
import { addWatchCommand } from './watch.ts';

const program = new Command('earshot')
	.description('Earshot: complaint and feedback analytics for debt collection.')
	.showHelpAfterError();
addImportCommand(program);
addImportsCommands(program);
addMappingCommand(program);
addWatchCommand(program);
addKeysCommand(program);
addPeopleCommand(program);
addFactsCommand(program);
addSignalsCommand(program);
addReportCommand(program);
addDeliverCommand(program);
addTagCommand(program);
addEvalCommand(program);
addExplainCommand(program);
addTrainCommand(program);

try {
	await program.parseAsync();
} catch (error) {
	if (!(error instanceof EarshotError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
