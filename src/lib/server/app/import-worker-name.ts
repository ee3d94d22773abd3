import { hostname } from 'node:os';
import type { ImportRow } from '../storage/imports.ts';

/** So long after its last batch, a process of another machine counts as gone. */
const silenceMs = 120_000;

/** This process, as an import under way names it. */
export function workerName(): string {
	return `${hostname()}:${process.pid}`;
}

/** Has the process that an import was under way in ended, or fallen silent? */
export function isLeftBehind(
	{ worker, progressAt }: Pick<ImportRow, 'worker' | 'progressAt'>,
	now: Date
): boolean {
	const [, host, pid] = /^(.*):(\d+)$/.exec(worker ?? '') ?? [];
	if (host === undefined) return true;
	if (host !== hostname()) return now.getTime() - Date.parse(progressAt ?? '') > silenceMs;
	if (Number(pid) !== process.pid) return !isAlive(Number(pid));
	// In a container every process may have the number of the one before it.
	return Date.parse(progressAt ?? '') < performance.timeOrigin;
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
