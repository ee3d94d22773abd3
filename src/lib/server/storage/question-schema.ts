import type { Kysely } from 'kysely';
import type { Scope } from '#core/domain/actor.ts';
import type { Store } from './connect.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { ExposureTable, FeedbackDimensions, TagDimensions } from './schema.ts';

/** The texts that a search finds. */
export interface FoundTexts {
	readonly ids: readonly number[];
	/** Asked for is everything but these. */
	readonly isNegated: boolean;
}

/** Keys of the periods a day belongs to; text that sorts in time order. */
export interface PeriodKeys {
	day: string | null;
	week: string | null;
	month: string | null;
	quarter: string | null;
	year: string | null;
}

type FeedbackRow = FeedbackDimensions & PeriodKeys & { id: number; text: string; rated: number };
/** A tag with everything about its feedback. */
export type TaggedRow = FeedbackRow & Pick<TagDimensions, 'theme' | 'taxonomy'>;

/** Tables as questions see them: the facts hold exactly these; the store holds them without what is worked out. */
export interface QuestionSchema {
	feedback: FeedbackRow;
	tag: TagDimensions;
	/** Facts only: each theme of a set of them, by the bits of the set. */
	themeSet: { taxonomy: Taxonomy; themes: number; theme: string };
	exposure: Omit<ExposureTable, 'id'> & PeriodKeys & { id: number; day: string };
}

/** A theme's place in the bits of its taxonomy. */
export interface ThemePlace {
	readonly taxonomy: Taxonomy;
	readonly theme: string;
	readonly bit: number;
}

interface ViewCache {
	answer(key: string, make: () => Promise<unknown>, isKept: (view: unknown) => boolean): Promise<unknown>;
}

/** Whom to ask and what the asker may see: every question starts from one of these. */
export interface Source {
	readonly db: Kysely<QuestionSchema>;
	/** Of the facts: the same, groups a dense range of ids faster, and takes memory for every id of it. */
	readonly dense?: Kysely<QuestionSchema>;
	/** Null: the whole organisation. */
	readonly scope: Scope | null;
	readonly engine: 'facts' | 'store';
	/** Of the store. */
	readonly dialect?: Store['engine'];
	/** The facts hold no text: what the store finds for the filter's words has to come with them. */
	readonly found?: { readonly text: string; readonly texts: FoundTexts | null };
	/** Of the facts: the place of each theme in a feedback's bits; without it tags are joined. */
	readonly themePlaces?: readonly ThemePlace[];
	/** Of the facts: what was made of them under a key is kept until they change, and must not be changed. */
	readonly views?: ViewCache;
	/** The same for what the store was asked that only changes with the facts, and is slow to count: some numbers each. */
	readonly counts?: ViewCache;
}

/** The store as a source: for lists, and for questions with words in the filter. */
export function storeAsSource(store: Store, scope: Scope | null): Source {
	return { db: store.db as unknown as Kysely<QuestionSchema>, scope, engine: 'store', dialect: store.engine };
}
