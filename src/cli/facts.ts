import type { Command } from 'commander';
import { localAdministrator } from '#core/domain/actor.ts';
import { rebuildFacts, verifyFacts } from '#server/app/facts-check.ts';
import { withDeps } from './with-deps.ts';

export function addFactsCommand(program: Command): void {
	const facts = program
		.command('facts')
		.description('The disposable copy of the store that charts are drawn from');
	facts
		.command('rebuild')
		.description('make the facts anew from the store')
		.action(async () => {
			const seq = await withDeps((deps) => rebuildFacts(deps, localAdministrator, undefined));
			console.log(`Facts rebuilt up to change ${seq}.`);
		});
	facts
		.command('verify')
		.description('compare the facts with the store by count and checksum; exit code 1 when they differ')
		.action(async () => {
			const { tables, isEqual } = await withDeps((deps) => verifyFacts(deps, localAdministrator, undefined));
			for (const { table, store, facts: copy, isEqual: isSame } of tables)
				console.log(
					`${table.padEnd(9)} store ${store.rows} rows ${store.checksum} · facts ${copy.rows} rows ${copy.checksum} · ${isSame ? 'equal' : 'DIFFERENT'}`
				);
			console.log(isEqual ? 'Facts equal the store.' : 'Facts differ: run “earshot facts rebuild”.');
			if (!isEqual) process.exitCode = 1;
		});
}
