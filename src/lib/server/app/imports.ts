import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { importers } from '#core/ingest/registry.ts';
import { getImport, listImports, listIssues } from '../storage/imports.ts';
import type { Deps } from './deps.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

const importsShown = 100;
const issuesShown = 500;

/** The newest imports and what can be imported. */
export const imports = verb('read', async (deps: Deps, actor: Actor, _input: void) => {
	const { context } = await openView(deps, actor, emptyFilter);
	return {
		context,
		imports: await listImports(deps.store, importsShown),
		importers: Object.values(importers).map(({ id, name, produces, columns }) => ({
			id,
			name,
			produces,
			columns
		}))
	};
});

/** One import with the rows it could not take. Throws `not-found`. */
export const importView = verb('read', async (deps: Deps, actor: Actor, id: number) => {
	const { context } = await openView(deps, actor, emptyFilter);
	const row = await getImport(deps.store, id);
	if (!row) throw new EarshotError('not-found', `There is no import ${id}.`);
	return { context, import: row, issues: await listIssues(deps.store, id, issuesShown), issuesShown };
});
