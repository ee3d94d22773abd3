import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EarshotError } from '#core/domain/errors.ts';
import type { RowIssue } from '#core/domain/import.ts';
import { openFile } from '#core/ingest/read-file.ts';
import { chooseImporter } from '#core/ingest/registry.ts';
import { isIssue } from '#core/ingest/row.ts';
import { baseFiles, mutations, randomOf } from './mutate.ts';

/** What became of one damaged file. */
export interface Outcome {
	readonly taken: number;
	readonly issues: readonly RowIssue[];
	/** The sentence with which the file was refused; null where it was read to its end. */
	readonly refusal: string | null;
	readonly milliseconds: number;
}

export interface FuzzSummary {
	readonly files: number;
	readonly refused: number;
	readonly rowsTaken: number;
	readonly rowsRejected: number;
	readonly slowestMs: number;
	/** One line for each file that crashed the reader, took too long, or lost a row without naming its line. */
	readonly failures: readonly string[];
}

/** A file that takes longer hangs, as far as a user can tell. */
const longestMs = 2000;

async function readThrough(path: string): Promise<Outcome> {
	const start = performance.now();
	const issues: RowIssue[] = [];
	let taken = 0;
	let refusal: string | null = null;
	try {
		const file = await openFile(path);
		const importer = chooseImporter(file);
		for await (const row of file.rows()) {
			const mapped = isIssue(row) ? { ok: false as const, issues: [row] } : importer.map(row);
			if (mapped.ok) taken++;
			else issues.push(...mapped.issues);
		}
	} catch (error) {
		if (!(error instanceof EarshotError) || error.code !== 'bad-file') throw error;
		refusal = error.message;
	}
	return { taken, issues, refusal, milliseconds: performance.now() - start };
}

function faultOf({ issues, refusal, milliseconds }: Outcome): string | null {
	if (milliseconds > longestMs) return `took ${Math.round(milliseconds)} ms`;
	if (refusal !== null && !/^(“.+”|There is no file) .+[.]$/su.test(refusal.replace('”:', '”')))
		return `refused with “${refusal}”`;
	const nameless = issues.find(({ line, message }) => !Number.isInteger(line) || line < 1 || message === '');
	return nameless ? `a rejected row without its line: ${JSON.stringify(nameless)}` : null;
}

/**
 * Reads `files` damaged files, the same for the same seed, written one after the other into `folder`. What goes wrong
 * is in `failures`, with the number of the file: the same seed and number give the same file again.
 */
export async function fuzz(seed: number, files: number, folder: string): Promise<FuzzSummary> {
	const bases = await baseFiles();
	const failures: string[] = [];
	const sum = { refused: 0, rowsTaken: 0, rowsRejected: 0, slowestMs: 0 };
	const path = join(folder, 'damaged');
	for (let at = 0; at < files; at++) {
		const random = randomOf(seed + at * 7919);
		const base = bases[Math.floor(random() * bases.length)]!;
		const mutation = mutations[Math.floor(random() * mutations.length)]!;
		const title = `file ${at} (${base.name}, ${mutation.name})`;
		await writeFile(path, await mutation.apply(base.content, random));
		try {
			const outcome = await readThrough(path);
			const fault = faultOf(outcome);
			if (fault) failures.push(`${title}: ${fault}`);
			if (outcome.refusal !== null) sum.refused++;
			sum.rowsTaken += outcome.taken;
			sum.rowsRejected += new Set(outcome.issues.map(({ line }) => line)).size;
			sum.slowestMs = Math.max(sum.slowestMs, Math.round(outcome.milliseconds));
		} catch (error) {
			failures.push(`${title}: ${error instanceof Error ? error.stack : String(error)}`);
		}
	}
	return { files, ...sum, failures };
}
