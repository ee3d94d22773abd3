import type { Taxonomy } from '#core/domain/vocabulary.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import type { ThemeRow } from '#server/app/theme-rows.ts';

interface Tag {
	readonly verdict: 'worsening' | 'improving' | 'stable' | 'too-few' | 'unjudged';
	readonly word: string;
}

/** Of these more is worse; of praise it is better; of the rest neither. */
const harmful: readonly Taxonomy[] = ['conduct', 'process', 'impact', 'escalation'];

/** How a change of a theme's rate is shown: in words, and as good or bad only where it is one. */
export function verdictTag(taxonomy: Taxonomy, verdict: ThemeRow['verdict']): Tag {
	if (verdict === null) return { verdict: 'unjudged', word: m.themes_unjudged() };
	if (verdict === 'too-few') return { verdict: 'too-few', word: m.themes_too_few() };
	if (verdict === 'same') return { verdict: 'stable', word: m.themes_same() };
	const word = verdict === 'more' ? m.themes_more() : m.themes_fewer();
	if (harmful.includes(taxonomy)) return { verdict: verdict === 'more' ? 'worsening' : 'improving', word };
	if (taxonomy === 'positive') return { verdict: verdict === 'more' ? 'improving' : 'worsening', word };
	return { verdict: 'unjudged', word };
}
