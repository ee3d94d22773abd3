import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
	options: { seed: { type: 'string' }, files: { type: 'string', default: '10000' } }
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(values.seed);
const folder = await mkdtemp(join(tmpdir(), 'earshot-fuzz-'));
console.log(`seed ${seed}`);
try {
	const { failures, ...sum } = await fuzz(seed, Number(values.files), folder);
	console.log(
		`${sum.files} damaged files: ${sum.refused} refused with a sentence, ${sum.rowsTaken} rows taken, ${sum.rowsRejected} rejected with their line, slowest ${sum.slowestMs} ms`
	);
	for (const failure of failures) console.log(failure);
	console.log(`${failures.length} failures (again: npm run test:fuzz -- --seed ${seed})`);
	process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
	await rm(folder, { recursive: true, force: true });
}
