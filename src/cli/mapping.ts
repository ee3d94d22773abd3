import type { Command } from 'commander';
import { localAdministrator } from '#core/domain/actor.ts';
import { previewImport } from '#server/app/preview-import.ts';
import { writeMapping } from '#server/app/mapping-file.ts';
import { withDeps } from './with-deps.ts';

export function addMappingCommand(program: Command): void {
	program
		.command('mapping')
		.description(
			'Print where the columns of a file would come from, as JSON to edit and to give to “import --mapping”'
		)
		.argument('<file>')
		.option('--as <importer>', 'importer to use; without it the one that finds most of its columns')
		.action((path: string, { as }: { readonly as?: string }) =>
			withDeps(async (deps) => {
				const { importerId, mapping, missing, unknownWords } = await previewImport(deps, localAdministrator, {
					path,
					...(as ? { importerId: as } : {})
				});
				console.log(writeMapping({ importer: importerId, mapping }));
				if (missing.length > 0) console.error(`Still needed: ${missing.join(', ')}.`);
				for (const [column, words] of Object.entries(unknownWords))
					console.error(`Unknown words in ${column}, to be put under “values”: ${words.join(', ')}.`);
			})
		);
}
