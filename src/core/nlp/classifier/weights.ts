import type { Calibration } from './calibration.ts';
import type { Concepts } from './concepts.ts';

/** What a classifier of one language has learnt: numbers for stems or characters, and no text. */
export interface ClassifierWeights {
	readonly language: 'en' | 'zh';
	readonly themes: readonly {
		readonly id: string;
		readonly bias: number;
	}[];
	/** What its features in angle brackets stand for. */
	readonly concepts?: Concepts | undefined;
	/** How likely a theme is that no rule has seen. */
	readonly named: Calibration;
	/** How likely a theme is that a rule has found. */
	readonly found: Calibration;
	/** For each feature its rarity (inverse document frequency), then pairs of theme number and weight. */
	readonly features: Readonly<Record<string, readonly number[]>>;
}
