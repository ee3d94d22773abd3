import type { BadLine } from '#server/app/tag-texts.ts';

/** Names the lines that were left out on stderr; with any, the exit code is 2. */
export function reportBadLines(file: string, badLines: readonly BadLine[]): void {
	for (const { line, reason } of badLines) console.error(`${file} line ${line}: ${reason}; left out.`);
	if (badLines.length > 0) process.exitCode = 2;
}
