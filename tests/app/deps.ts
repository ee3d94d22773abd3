import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { localAdministrator, type Actor, type Scope } from '#core/domain/actor.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { openDeps, type Deps, type OpenedDeps } from '#server/app/deps.ts';
import { openTagger } from '#server/app/open-tagger.ts';
import { feedbackList } from '#server/app/feedback-list.ts';
import { importFile, type ImportReport } from '#server/app/import-file.ts';
import type { Schema } from '#server/storage/schema.ts';
import { closeAfterFile } from '../to-close.ts';

/** Every test lives on this day: 14 July 2026, noon in Shanghai. */
const now = new Date('2026-07-14T04:00:00Z');
export const today = '2026-07-14';
const packsDir = resolve('db/packs');
/** Compiling the rules takes a second: once for all data folders of a process. */
let tagging: ReturnType<typeof openTagger> | undefined;

/** A new empty folder, removed after the test file. */
export function aFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
	closeAfterFile(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

export interface TestDeps extends OpenedDeps {
	/** The log so far, as it would be written. */
	readonly logged: () => string;
}

/** The product on a data folder of its own, with the real packs; closed after the test file at the latest. */
export async function openTestDeps({
	dataDir = aFolder(),
	inMemory = false,
	at = now
} = {}): Promise<TestDeps> {
	const lines: string[] = [];
	const log = pino({ level: 'trace', base: null }, { write: (line: string) => lines.push(line) });
	const storeLocation = inMemory ? ':memory:' : join(dataDir, 'earshot.db');
	tagging ??= openTagger(packsDir, { compilesLater: true });
	const deps = await openDeps({ dataDir, storeLocation, packsDir }, log, { now: () => at, tagging });
	let isOpen = true;
	const closable: TestDeps = {
		...deps,
		logged: () => lines.join(''),
		close: async () => {
			if (isOpen) await deps.close();
			isOpen = false;
		}
	};
	closeAfterFile(closable.close);
	return closable;
}

export const administrator = localAdministrator;

export function aManager(scope: Partial<Scope>): Actor {
	return {
		id: 'm-1',
		name: 'Manager',
		role: 'manager',
		scope: { agencyIds: [], teamIds: [], ...scope }
	};
}

type Cell = string | number | null;
export type CsvRow = Readonly<Record<string, Cell>>;

/** The columns are those of the first row. */
export function toCsv(rows: readonly CsvRow[]): string {
	const columns = Object.keys(rows[0] ?? {});
	const quote = (cell: Cell | undefined) => `"${String(cell ?? '').replaceAll('"', '""')}"`;
	const lines = rows.map((row) => columns.map((column) => quote(row[column])).join(','));
	return [columns.join(','), ...lines, ''].join('\n');
}

export function writeFileIn(folder: string, name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

let files = 0;

/** Imports rows (as CSV) or a file's content as an administrator would. */
export async function importRows(
	deps: Deps,
	content: readonly CsvRow[] | string | Uint8Array,
	name = `file-${++files}.csv`
): Promise<ImportReport> {
	const isContent = typeof content === 'string' || content instanceof Uint8Array;
	const path = writeFileIn(aFolder(), name, isContent ? content : toCsv(content));
	return importFile(deps, administrator, { path });
}

export function aFilter(patch: Partial<Filter> = {}): Filter {
	return { ...emptyFilter, ...patch };
}

/** Everything a filter lists: the number shown above the list, and the rows that it really has. */
export async function listOf(deps: Deps, filter: Filter, actor: Actor = administrator) {
	return feedbackList(deps, actor, { filter, sort: 'newest', after: null, limit: 1000 });
}

const tables = [
	'agency',
	'team',
	'agent',
	'membership',
	'borrower',
	'import',
	'importIssue',
	'feedback',
	'tag',
	'exposure',
	'change',
	'setting'
] as const satisfies readonly (keyof Schema)[];

/** Every row of every table: equal dumps, equal databases. */
export async function dump({ store }: Pick<Deps, 'store'>): Promise<Record<string, readonly object[]>> {
	const rows: Record<string, readonly object[]> = {};
	for (const table of tables)
		rows[table] = await store.db
			.selectFrom(table as 'feedback')
			.selectAll()
			.execute();
	return rows;
}
