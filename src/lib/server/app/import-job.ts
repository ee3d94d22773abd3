import { EarshotError } from '#core/domain/errors.ts';
import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import type { SourceFile } from '#core/ingest/read-file.ts';
import { addIssues, countImport } from '../storage/imports.ts';
import type { RawRow } from '#core/ingest/row.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { holdOf } from '../storage/import-jobs.ts';
import type { WriteCounts } from '../storage/feedback-write.ts';
import type { Deps } from './deps.ts';
import { workerName } from './import-worker-name.ts';

export interface ImportJob {
	readonly deps: Deps;
	readonly file: SourceFile;
	readonly importId: number;
	readonly onProgress?: ((counts: ImportCounts) => void) | undefined;
	/** What an earlier process had stored of the file: the checkpoint. So many rows are passed over. */
	readonly counted: ImportCounts;
}

/** Somebody asked for the import to end; what is stored stays. */
export class CancelledError extends Error {}

/** Another process has taken the import over, or rolled it back: nothing more of it is this one's to write. */
export class LostImportError extends EarshotError {
	constructor(importId: number) {
		super('busy', `Import ${importId} was taken over or rolled back meanwhile: look at it again.`);
	}
}

/** `issues`: rows that turned out to contradict what is stored, one each. */
interface Written extends WriteCounts {
	readonly issues?: readonly RowIssue[];
}
type Transaction = Parameters<Parameters<typeof inWrite>[1]>[0];

const nothing: Written = { stored: 0, updated: 0, unchanged: 0 };

/**
 * Stores rows batch by batch: each batch's rows, issues and running counts are one transaction, so that after a
 * crash the counts are those of what is stored, and say where to go on. A row with several issues counts once. What was
 * read of a file that breaks off is stored before the error is thrown on. Throws CancelledError between two batches, and
 * LostImportError before it would write what another process is at.
 */
export async function importInBatches<Row>(
	job: ImportJob,
	rows: AsyncIterable<{ readonly row: Row } | { readonly issues: readonly RowIssue[] }>,
	{ size, write }: { size: number; write: (trx: Transaction, batch: readonly Row[]) => Promise<Written> }
): Promise<ImportCounts> {
	let counts = job.counted;
	let batch: Row[] = [];
	let issues: RowIssue[] = [];
	let rowsWithIssues = 0;
	let isCancelled = false;
	const flush = async () => {
		counts = await inWrite(job.deps.store, async (trx) => {
			const hold = await holdOf(trx, job.importId, { worker: workerName(), read: counts.read });
			if (!hold.isHeld) throw new LostImportError(job.importId);
			isCancelled = hold.isCancelRequested;
			const written = batch.length > 0 ? await write(trx, batch) : nothing;
			await addIssues(trx, job.importId, [...issues, ...(written.issues ?? [])]);
			const sum = addUp(counts, { rows: batch.length, rowsWithIssues, written });
			await countImport(trx, job.importId, sum, job.deps.now().toISOString());
			return sum;
		});
		batch = [];
		issues = [];
		rowsWithIssues = 0;
		job.onProgress?.(counts);
		if (isCancelled) throw new CancelledError();
	};
	const pause = pauses();
	try {
		for await (const item of rows) {
			await pause();
			if ('row' in item) batch.push(item.row);
			else {
				issues.push(...item.issues);
				rowsWithIssues++;
			}
			if (batch.length + rowsWithIssues >= size) await flush();
		}
	} catch (error) {
		if (error instanceof EarshotError && !(error instanceof LostImportError)) await flush();
		throw error;
	}
	await flush();
	return counts;
}

function addUp(
	counts: ImportCounts,
	{ rows, rowsWithIssues, written }: { rows: number; rowsWithIssues: number; written: Written }
): ImportCounts {
	return {
		read: counts.read + rows + rowsWithIssues,
		stored: counts.stored + written.stored,
		updated: counts.updated + written.updated,
		unchanged: counts.unchanged + written.unchanged,
		issues: counts.issues + rowsWithIssues + (written.issues?.length ?? 0)
	};
}

/** The rows that are still to be stored. */
export async function* remainingRows({ file, counted }: ImportJob): AsyncGenerator<RawRow | RowIssue> {
	let passed = 0;
	for await (const row of file.rows()) if (++passed > counted.read) yield row;
}

const turnMs = 10;

/**
 * Reading, tagging and SQLite's writes keep the only thread: after every turn what else waits for it goes on. A page
 * waits many times over, so turns are short.
 */
export function pauses(): () => Promise<void> {
	let turnEnds = performance.now() + turnMs;
	return async () => {
		if (performance.now() < turnEnds) return;
		await new Promise((resolve) => setImmediate(resolve));
		turnEnds = performance.now() + turnMs;
	};
}
