import { createRandom } from '#core/stats/seeded-random.ts';

interface Tagged {
	readonly id: number;
	readonly packVersion: string;
	readonly tags: readonly { readonly theme: string; readonly severity: number; readonly isCounted: number }[];
}
export interface SampledTag {
	readonly feedbackId: number;
	readonly theme: string;
	readonly severity: number;
	readonly packVersion: string;
}

export const leastSampled = 20;
const gravest = 4;

/**
 * The tags a checker looks at: each of the gravest, and as many others, drawn at random, as make twenty. Equal rows and
 * an equal seed give an equal sample: nobody chooses what is looked at.
 */
export function sampleTags(rows: readonly Tagged[], seed: number): readonly SampledTag[] {
	const all = rows.flatMap(({ id, packVersion, tags }) =>
		tags
			.filter(({ isCounted }) => isCounted === 1)
			.map(({ theme, severity }): SampledTag => ({ feedbackId: id, theme, severity, packVersion }))
	);
	const grave = all.filter(({ severity }) => severity === gravest);
	const random = createRandom(seed);
	const drawn = all
		.filter(({ severity }) => severity !== gravest)
		.map((tag) => ({ tag, rank: random() }))
		.sort((one, other) => one.rank - other.rank)
		.slice(0, Math.max(0, leastSampled - grave.length))
		.map(({ tag }) => tag);
	return [...grave, ...drawn];
}
