const width = 24;

/**
 * One line that says how far an import is: rows, rows a second since `startedAtRow`, and where the total is known a bar and
 * the time left.
 */
export function progressLine(
	rows: number,
	{ total, elapsedMs, startedAtRow = 0 }: { total: number | null; elapsedMs: number; startedAtRow?: number }
): string {
	const rate = elapsedMs > 0 ? ((rows - startedAtRow) * 1000) / elapsedMs : 0;
	const parts = [`${format(rows)}${total ? ` of ${format(total)}` : ''} rows`];
	if (rate > 0) parts.push(`${format(Math.round(rate))} rows a second`);
	if (!total) return parts.join(' · ');
	const filled = Math.min(width, Math.floor((rows / total) * width));
	if (rate > 0 && rows < total) parts.push(`${duration((total - rows) / rate)} left`);
	return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${parts.join(' · ')}`;
}

function duration(seconds: number): string {
	return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

function format(count: number): string {
	return count.toLocaleString('en');
}
