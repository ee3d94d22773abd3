import type { Command } from 'commander';
import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import { checkFile, type CheckReport } from '#server/app/check-file.ts';
import type { Deps } from '#server/app/deps.ts';
import { importFile, type ImportInput, type ImportReport } from '#server/app/import-file.ts';
import { readMappingFile } from '#server/app/mapping-file.ts';
import { actorFor, withPerson } from './acting-person.ts';
import { progressLine } from './progress-line.ts';
import { withDeps } from './with-deps.ts';

export function addImportCommand(program: Command): void {
	withPerson(program.command('import'))
		.description(
			'Import files: complaints, call feedback, organisation, exposure, CFPB complaints; as CSV, XLSX, JSON or JSONL, plain, .gz or .zip'
		)
		.argument('<file...>', 'files, in the order in which they are to be imported')
		.option('--as <importer>', 'importer to use; without it the header decides')
		.option(
			'--mapping <json>',
			'where its columns come from; “earshot mapping FILE” prints one to start from'
		)
		.option('--all-or-nothing', 'store nothing of a file when one of its rows has an issue')
		.option('--check', 'only say what would be wrong with the rows: nothing is stored')
		.option('--encoding <name>', 'utf-8, utf-16le, utf-16be, gb18030, big5 or windows-1252; else detected')
		.option('--delimiter <character>', 'comma, tab, semicolon or bar, for CSV; else detected')
		.option('--sheet <name>', 'sheet of a workbook; else its first')
		.action(async (files: string[], given: Options) => {
			const chosen = await chosenBy(given);
			await withDeps(async (deps) => {
				const actor = await actorFor(deps, given.person);
				for (const path of files) {
					if (given.check) printCheck(await checkFile(deps, actor, { path, ...chosen }));
					else await importOne(deps, actor, path, chosen);
				}
			});
		});
}

interface Options {
	readonly as?: string;
	readonly mapping?: string;
	readonly allOrNothing?: boolean;
	readonly check?: boolean;
	readonly encoding?: string;
	readonly delimiter?: string;
	readonly sheet?: string;
	readonly person?: string;
}
type Chosen = Pick<ImportInput, 'importerId' | 'options'>;

async function chosenBy({ as, mapping: path, allOrNothing, ...given }: Options): Promise<Chosen> {
	const { check: _check, person: _person, ...opening } = given;
	const named = path === undefined ? null : await readMappingFile(path);
	if (named && as !== undefined && as !== named.importer)
		throw new EarshotError('bad-input', `The mapping is for “${named.importer}”: leave out --as.`);
	const importerId = named?.importer ?? as;
	return {
		...(importerId === undefined ? {} : { importerId }),
		options: {
			...(allOrNothing ? { allOrNothing } : {}),
			...(named ? { mapping: named.mapping } : {}),
			...(Object.keys(opening).length > 0 ? { opening } : {})
		}
	};
}

async function importOne(deps: Deps, actor: Actor, path: string, chosen: Chosen): Promise<void> {
	const startedAt = performance.now();
	let startedAtRow = 0;
	const showProgress = ({ read }: ImportCounts, total: number | null) => {
		const line = progressLine(read, { total, elapsedMs: performance.now() - startedAt, startedAtRow });
		process.stderr.write(`\r\x1b[K${line}`);
	};
	const report = await importFile(deps, actor, {
		path,
		...chosen,
		onContinued: ({ read }) => {
			startedAtRow = read;
			console.log(`An import of this file was broken off after ${format(read)} rows: it is continued.`);
		},
		...(process.stderr.isTTY ? { onProgress: showProgress } : {})
	});
	if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
	printReport(report);
}

function printCheck({ fileName, importer, checked }: CheckReport): void {
	const { read, rowsWithIssues, issueCounts, issues } = checked;
	console.log(
		`${fileName} (${importer}): read ${format(read)} · good ${format(read - rowsWithIssues)} · issues ${format(rowsWithIssues)} · nothing was stored`
	);
	for (const { code, column, count } of issueCounts)
		console.log(`  ${format(count)} × ${code}${column ? ` in ${column}` : ''}`);
	printIssues(issues.slice(0, issuesShown));
}

const issuesShown = 20;

function printIssues(issues: readonly RowIssue[]): void {
	for (const { line, column, message, value } of issues)
		console.log(`  line ${line}${column ? `, ${column}` : ''}: ${message}${value ? ` (${value})` : ''}`);
}

function printReport({
	fileName,
	importer,
	status,
	counts,
	issues,
	importId,
	ignoredColumns,
	besideDemo
}: ImportReport): void {
	const { read, stored, updated, unchanged } = counts;
	console.log(
		`${fileName} (${importer}): read ${format(read)} · stored ${format(stored)} · updated ${format(updated)} · unchanged ${format(unchanged)} · issues ${format(counts.issues)}`
	);
	if (read > 0 && unchanged === read) console.log('Nothing new: every row was stored before.');
	if (ignoredColumns.length > 0) console.log(`Columns left out: ${ignoredColumns.join(', ')}`);
	if (status === 'refused') console.log('Nothing was stored: all or nothing was asked for.');
	printIssues(issues);
	// A row may have several issues: rows are compared with rows.
	const rowsListed = new Set(issues.map(({ line }) => line)).size;
	if (counts.issues > rowsListed) console.log(`  … all of them on the page /imports/${importId}`);
	if (besideDemo)
		console.log(
			'This data folder also holds the simulated demo. Pages show imported feedback apart from it; “Start empty” on the Imports page removes the demo.'
		);
}

function format(count: number): string {
	return count.toLocaleString('en');
}
