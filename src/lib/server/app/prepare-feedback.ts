import { standingOf, type FeedbackDraft, type MaskedFeedback } from '#core/domain/feedback.ts';
import { contentHash } from '#core/ingest/content-hash.ts';
import { detectLanguage } from '#core/text/language.ts';
import { maskText } from '#core/text/mask/mask.ts';
import type { Deps } from './deps.ts';
import { pseudonymOf } from './pseudonym.ts';

/**
 * Masks, then tags what is left: nothing after this point has seen the raw text or reference. `mapped` is the draft
 * before agency and team were looked up. Hashes are keyed like pseudonyms: with a plain one, whoever has the database
 * could try phone numbers out.
 */
export function prepareFeedback(
	{ tagger, emergencyThemes, pseudonymKey }: Pick<Deps, 'tagger' | 'emergencyThemes' | 'pseudonymKey'>,
	draft: FeedbackDraft,
	mapped: FeedbackDraft = draft
): MaskedFeedback {
	const { borrowerRef, ...rest } = draft;
	const { text } = maskText(draft.text);
	const language = detectLanguage(text);
	const tags = tagger.tag(text, language);
	const sourceHash = pseudonymOf(pseudonymKey, contentHash(mapped));
	return {
		...rest,
		text,
		language,
		borrower: borrowerRef ? pseudonymOf(pseudonymKey, borrowerRef) : null,
		sourceHash,
		contentHash: mapped === draft ? sourceHash : pseudonymOf(pseudonymKey, contentHash(draft)),
		tags,
		standing: standingOf(draft.kind, tags, emergencyThemes)
	};
}
