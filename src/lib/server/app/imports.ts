import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import type { ImportStatus } from '#core/domain/import.ts';
import { importers, type AnyImporter } from '#core/ingest/registry.ts';
import {
	firstImportsOf,
	getImport,
	listImports,
	listIssues,
	listRelated,
	type ImportRow
} from '../storage/imports.ts';
import { continuable } from './continue-import.ts';
import type { Deps } from './deps.ts';
import { isReversible } from './roll-back-import.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

const importsShown = 100;
const issuesShown = 500;
const relatedShown = 20;

/** The newest imports; without the facts, which one process has open at a time. */
export const newestImports = verb('read', (deps: Pick<Deps, 'store'>, _actor: Actor, _input: void) =>
	listImports(deps.store, importsShown)
);

/** The newest imports and what can be imported. */
export const imports = verb('read', async (deps: Deps, actor: Actor, _input: void) => {
	const { context } = await openView(deps, actor, emptyFilter);
	const rows = await newestImports(deps, actor, undefined);
	const firsts = await firstImportsOf(
		deps.store,
		rows.map(({ fileHash }) => fileHash)
	);
	return {
		context,
		timeZone: deps.timeZone,
		imports: rows.map((row): ListedImport => {
			const first = firsts.get(row.fileHash) ?? row.id;
			return { ...row, sameContentAs: row.origin === 'imported' && first < row.id ? first : null };
		}),
		importsShown,
		importers: describeImporters()
	};
});

/** `sameContentAs`: the first import of the same content, where this is not it. */
export type ListedImport = ImportRow & { readonly sameContentAs: number | null };
export type Imports = Awaited<ReturnType<typeof imports>>;
export type ImportedRow = ImportRow;

/** One import with the rows it could not take. Throws `not-found`. */
export const importView = verb('read', async (deps: Deps, actor: Actor, id: number) => {
	const { context } = await openView(deps, actor, emptyFilter);
	const row = await getImport(deps.store, id);
	if (!row) throw new EarshotError('not-found', `There is no import ${id}.`);
	return {
		context,
		timeZone: deps.timeZone,
		import: row,
		importer: describe(row.importer),
		can: whatCanBeDone(row, deps.now()),
		related: row.origin === 'imported' ? await listRelated(deps.store, row, relatedShown) : [],
		issues: await listIssues(deps.store, id, issuesShown),
		issuesShown
	};
});

export type ImportView = Awaited<ReturnType<typeof importView>>;

export interface ImportActionsOffered {
	readonly cancel: boolean;
	readonly continue: boolean;
	readonly rollBack: boolean;
}

/** Which buttons an import's page has. */
function whatCanBeDone(row: ImportRow, now: Date): ImportActionsOffered {
	const isOurs = row.origin === 'imported';
	return {
		cancel: isOurs && (row.status === 'waiting' || row.status === 'running') && row.cancelRequested === 0,
		continue: isOurs && row.filePath !== null && continuable.includes(row.status),
		rollBack: isReversible(row, now)
	};
}

/** How far an import is; cheap enough to ask twice a second. Throws `not-found`. */
export const importProgress = verb(
	'read',
	async (deps: Deps, _actor: Actor, id: number): Promise<ImportProgress> => {
		const row = await getImport(deps.store, id);
		if (!row) throw new EarshotError('not-found', `There is no import ${id}.`);
		const { status, readCount, issueCount, rowTotal } = row;
		return { status, readCount, issueCount, rowTotal, isEnded: !underWay.includes(status) };
	}
);

export interface ImportProgress extends Pick<ImportRow, 'status' | 'readCount' | 'issueCount' | 'rowTotal'> {
	readonly isEnded: boolean;
}

const underWay: readonly ImportStatus[] = ['waiting', 'running', 'rolling_back'];

/** What pages say of an importer. */
export type ImporterDoc = Pick<AnyImporter, 'id' | 'name' | 'produces' | 'columns'>;

/** Every importer, as pages show them. */
export function describeImporters(): readonly ImporterDoc[] {
	return Object.keys(importers).flatMap((id) => describe(id) ?? []);
}

/** Null for the demo, which comes from no file. */
function describe(importerId: string): ImporterDoc | null {
	const known: Readonly<Record<string, AnyImporter>> = importers;
	const importer = known[importerId];
	if (!importer) return null;
	const { id, name, produces, columns } = importer;
	return { id, name, produces, columns };
}
