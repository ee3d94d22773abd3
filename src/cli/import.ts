import type { Command } from 'commander';
import { localAdministrator } from '#core/domain/actor.ts';
import type { ImportCounts } from '#core/domain/import.ts';
import { importFile, type ImportReport } from '#server/app/import-file.ts';
import { withDeps } from './with-deps.ts';

export function addImportCommand(program: Command): void {
	program
		.command('import')
		.description(
			'Import files: CFPB complaint CSV, Earshot CSVs (complaints, call feedback, organisation, exposure), JSONL; plain or .gz'
		)
		.argument('<file...>', 'files, in the order in which they are to be imported')
		.option('--as <importer>', 'importer to use; without it the header decides')
		.action(async (files: string[], { as }: { as?: string }) => {
			await withDeps(async (deps) => {
				for (const path of files) {
					const report = await importFile(deps, localAdministrator, {
						path,
						...(as ? { importerId: as } : {}),
						...(process.stderr.isTTY ? { onProgress: showProgress } : {})
					});
					if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
					printReport(report);
				}
			});
		});
}

function showProgress({ read }: ImportCounts): void {
	process.stderr.write(`\r${format(read)} rows read …`);
}

function printReport({
	fileName,
	importer,
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
	for (const { line, column, message, value } of issues)
		console.log(`  line ${line}${column ? `, ${column}` : ''}: ${message}${value ? ` (${value})` : ''}`);
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
