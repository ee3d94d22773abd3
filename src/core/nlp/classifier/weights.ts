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
	/** Score (log odds) above which it names a theme that no rule has seen. */
	readonly threshold: number;
	/** Score below which it doubts a theme that a rule has found. */
	readonly doubtBelow: number;
	/** For each feature its rarity (inverse document frequency), then pairs of theme number and weight. */
	readonly features: Readonly<Record<string, readonly number[]>>;
}
