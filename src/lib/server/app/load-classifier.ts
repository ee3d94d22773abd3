import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EarshotError } from '#core/domain/errors.ts';
import type { ClassifierWeights } from '#core/nlp/classifier/weights.ts';

const calibration = z.object({
	bias: z.number(),
	score: z.number(),
	length: z.number(),
	conduct: z.number().optional()
});
const schema: z.ZodType<ClassifierWeights> = z.object({
	language: z.enum(['en', 'zh']),
	themes: z.array(z.object({ id: z.string(), bias: z.number() })),
	concepts: z.record(z.string(), z.array(z.string())).optional(),
	named: calibration,
	found: calibration,
	features: z.record(z.string(), z.array(z.number()))
});

export interface LoadedClassifier {
	readonly weights: readonly ClassifierWeights[];
	/** Hash over the files; empty when there are none. */
	readonly version: string;
}

/** Reads what `npm run train` has written; without files there is no second opinion. Throws `bad-pack`. */
export async function loadClassifier(packsDir: string): Promise<LoadedClassifier> {
	const folder = join(packsDir, 'classifier');
	const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
	const hash = createHash('sha256');
	const weights: ClassifierWeights[] = [];
	for (const name of names) {
		const text = await readFile(join(folder, name), 'utf8');
		hash.update(name).update(text);
		weights.push(parseWeights(`classifier/${name}`, text));
	}
	return { weights, version: names.length === 0 ? '' : hash.digest('hex') };
}

function parseWeights(file: string, text: string): ClassifierWeights {
	try {
		return schema.parse(JSON.parse(text));
	} catch (error) {
		throw new EarshotError(
			'bad-pack',
			`Pack file ${file} is not a file of weights. Make it anew with “npm run train”, or delete it.`,
			{ cause: error }
		);
	}
}
