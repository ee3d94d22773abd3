import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fuzz } from '../fuzz/fuzz.ts';

const seed = 20260714;

test(`300 damaged files of seed ${seed}: no crash, no hang, and each rejected row has its line`, async () => {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-fuzz-'));
	try {
		const { failures, refused, rowsTaken, rowsRejected } = await fuzz(seed, 300, folder);
		expect(failures).toEqual([]);
		// Damage of all sorts, and not files that are all refused at their first byte.
		expect(Math.min(refused, rowsTaken, rowsRejected)).toBeGreaterThan(50);
		expect(refused).toBeLessThan(250);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
