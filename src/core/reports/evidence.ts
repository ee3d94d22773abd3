import type { Bilingual } from '#core/domain/vocabulary.ts';

/** Masked words of one feedback. */
export interface EvidenceCard {
	readonly feedbackId: number;
	/** YYYY-MM-DD; empty where the source gives none. */
	readonly receivedOn: string;
	readonly themes: Bilingual;
	/** Masked, shortened, in the language it was written in. */
	readonly excerpt: string;
}
