import { isCounted, type Polarity, type Quantity } from '#core/domain/tag.ts';
import type { Clause, Theme } from '#core/domain/theme-pack.ts';
import type { Language } from '#core/domain/vocabulary.ts';
import { detectLanguage } from '#core/text/language.ts';
import { maskText } from '#core/text/mask/mask.ts';
import { splitClauses } from '#core/text/segment.ts';
import type { TaggingDeps } from './open-tagger.ts';

export interface Explanation {
	readonly language: Language;
	readonly masked: string;
	readonly tags: readonly ExplainedTag[];
}
export interface ExplainedTag {
	readonly theme: Theme;
	readonly polarity: Polarity;
	readonly isCounted: boolean;
	readonly spans: readonly ExplainedSpan[];
	/** The theme's legal references. */
	readonly clauses: readonly Clause[];
}
export interface ExplainedSpan {
	/** [start, end) of the masked text. */
	readonly start: number;
	readonly end: number;
	readonly evidence: string;
	/** The clause or clauses of the text in which the evidence stands: what the polarity was read from. */
	readonly within: string;
	readonly rule: string;
	readonly polarity: Polarity;
	/** What the polarity was read from, or the words that weighed. */
	readonly reason?: string;
	readonly quantity?: Quantity;
}

/** How each tag of a text came about. */
export function explainText({ tagger, packs }: TaggingDeps, text: string): Explanation {
	const masked = maskText(text).text;
	const language = detectLanguage(masked);
	const themes = new Map(packs.themes.map((theme) => [theme.id, theme]));
	const clauses = splitClauses(masked);
	const tags = tagger.tag(masked, language).flatMap((tag) => {
		const theme = themes.get(tag.themeId);
		if (!theme) return [];
		const spans = tag.spans.map(({ ruleId, ...span }) => {
			const { start, end } = span;
			const around = clauses.filter((clause) => clause.start < end && start < clause.end);
			const within = masked.slice(around[0]?.start ?? start, around.at(-1)?.end ?? end);
			return { ...span, evidence: masked.slice(start, end), within, rule: ruleId };
		});
		return [{ theme, polarity: tag.polarity, isCounted: isCounted(tag), spans, clauses: theme.clauses }];
	});
	return { language, masked, tags };
}
