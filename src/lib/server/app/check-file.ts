import type { Actor } from '#core/domain/actor.ts';
import { ignoredColumns } from '#core/ingest/registry.ts';
import { findIssues, type CheckedRows } from './check-rows.ts';
import type { Deps } from './deps.ts';
import type { QueueInput } from './queue-import.ts';
import { openSource } from './open-source.ts';
import { verb } from './verb.ts';

export interface CheckReport {
	readonly fileName: string;
	readonly importer: string;
	readonly ignoredColumns: readonly string[];
	readonly checked: CheckedRows;
}

/** A dry run over a whole file: what its import would find wrong. Nothing is stored. Throws `bad-file`. */
export const checkFile = verb(
	'import',
	async (
		deps: Deps,
		_actor: Actor,
		input: Pick<QueueInput, 'path' | 'name' | 'importerId' | 'options'>
	): Promise<CheckReport> => {
		const { file, importer } = await openSource(deps, input.path, input);
		return {
			fileName: input.name ?? file.name,
			importer: importer.id,
			ignoredColumns: ignoredColumns(importer, file.header),
			checked: await findIssues(deps, file, importer)
		};
	}
);
