import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dropped } from './import-dropped.ts';

/** Moves a file to `done/` or `failed/` with its report, as JSON and to read, beside it. Gives its new path. */
export async function fileDropped(dir: string, dropped: Dropped): Promise<string> {
	const folder = join(dir, dropped.isGood ? 'done' : 'failed');
	await mkdir(folder, { recursive: true });
	const name = await freeName(folder, dropped.file);
	const path = join(folder, name);
	// The reports first: a file that lies there always has them.
	await writeFile(`${path}.report.json`, `${JSON.stringify(dropped, null, '\t')}\n`);
	await writeFile(`${path}.report.txt`, reportText(dropped));
	await rename(join(dir, dropped.file), path);
	return path;
}

/** `march.csv`, `march-2.csv` … */
async function freeName(folder: string, name: string): Promise<string> {
	const dot = name.indexOf('.', 1);
	const [stem, end] = dot === -1 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
	for (let number = 1; ; number++) {
		const tried = number === 1 ? name : `${stem}-${number}${end}`;
		const isTaken = await access(join(folder, tried)).then(
			() => true,
			() => false
		);
		if (!isTaken) return tried;
	}
}

function reportText({ file, importer, importId, counts, issues, failure }: Dropped): string {
	const lines = [importer === null ? file : `${file} (${importer}), import ${importId}`];
	if (failure !== null) lines.push(failure);
	if (counts) {
		const { read, stored, updated, unchanged } = counts;
		lines.push(
			`read ${read} · stored ${stored} · updated ${updated} · unchanged ${unchanged} · issues ${counts.issues}`
		);
	}
	for (const { line, column, message, value } of issues)
		lines.push(`line ${line}${column ? `, ${column}` : ''}: ${message}${value ? ` (${value})` : ''}`);
	return `${lines.join('\n')}\n`;
}
