import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findChanges } from './generate/find-changes.ts';

/** Run by `npm run docs`: writes the generated files; with `--check` names those that would change, and exits 1. */
const top = resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');

const changes = await findChanges(top);
for (const { path, text } of changes) {
	if (isCheck) console.log(`${path} ${text === null ? 'is left over' : 'would change'}`);
	else if (text === null) rmSync(join(top, path));
	else {
		mkdirSync(dirname(join(top, path)), { recursive: true });
		writeFileSync(join(top, path), text);
	}
}
if (isCheck && changes.length > 0) {
	console.log('Run npm run docs, look at the difference, and commit it.');
	process.exitCode = 1;
} else console.log(`${changes.length} generated files ${isCheck ? 'would change' : 'changed'}.`);
