import { InvalidArgumentError, type Command } from 'commander';
import { localAdministrator } from '#core/domain/actor.ts';
import { newestImports } from '#server/app/imports.ts';
import { rollBackImport } from '#server/app/roll-back-import.ts';
import { actorFor, withPerson } from './acting-person.ts';
import { withDeps } from './with-deps.ts';

export function addImportsCommands(program: Command): void {
	program
		.command('imports')
		.description('List the newest imports: when, which file, how it ended, what it stored')
		.action(() =>
			withDeps(async (deps) => {
				for (const row of await newestImports(deps, localAdministrator, undefined))
					console.log(
						`${row.id}  ${row.startedAt.slice(0, 16).replace('T', ' ')}  ${row.status}  ${row.fileName} (${row.importer}): read ${row.readCount} · stored ${row.storedCount} · updated ${row.updatedCount} · unchanged ${row.unchangedCount} · issues ${row.issueCount}`
					);
			})
		);
	withPerson(program.command('rollback'))
		.description('Take everything an import stored out again')
		.argument('<id>', 'number of the import', readId)
		.action((id: number, { person }: { person?: string }) =>
			withDeps(async (deps) => {
				const { deleted, restored } = await rollBackImport(deps, await actorFor(deps, person), id);
				console.log(`Import ${id} rolled back: ${deleted} rows deleted, ${restored} as they were before it.`);
			})
		);
}

function readId(text: string): number {
	if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Give the number that “earshot imports” shows.');
	return Number(text);
}
