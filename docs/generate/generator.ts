import type { Samples } from './samples.ts';

/** One generated file: the same sources always make the same text. */
export interface Generator {
	/** From the top of the repository. */
	readonly path: string;
	make(samples: Samples): Promise<string> | string;
}
