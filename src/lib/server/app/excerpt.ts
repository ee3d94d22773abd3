import type { EvidenceCard } from '#core/reports/evidence.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { ListedFeedback } from '../storage/feedback-list.ts';
import type { Names } from './names.ts';

const longest = 220;
const leadIn = 60;

/** The masked words around the first evidence, cut at characters a reader would not miss. */
export function excerptOf({ text, tags }: Pick<ListedFeedback, 'text' | 'tags'>): string {
	const evidence = tags
		.filter(({ isCounted }) => isCounted)
		.flatMap(({ spans }) => spans.map(({ start }) => start));
	const plain = text.replaceAll(/\s/g, ' ');
	const first = evidence.length > 0 ? Math.min(...evidence) : 0;
	const start = plain.length <= longest ? 0 : Math.max(0, Math.min(first - leadIn, plain.length - longest));
	const from = start === 0 ? 0 : wordStart(plain, start);
	const cut = Array.from(plain.slice(from, from + longest)).join('');
	return `${from > 0 ? '… ' : ''}${cut.trim()}${from + longest < plain.length ? ' …' : ''}`;
}

function wordStart(text: string, at: number): number {
	const space = text.indexOf(' ', at);
	const start = space >= 0 && space - at < 20 ? space + 1 : at;
	// The second half of a surrogate pair is no character.
	return /[\udc00-\udfff]/.test(text.charAt(start)) ? start + 1 : start;
}

export function cardOf(feedback: ListedFeedback, { themes }: Pick<Names, 'themes'>): EvidenceCard {
	const named = feedback.tags
		.filter(({ isCounted, taxonomy }) => isCounted && (taxonomy === 'conduct' || taxonomy === 'impact'))
		.map(({ theme }): Bilingual => themes.find(({ id }) => id === theme)?.name ?? { en: theme, zh: theme });
	return {
		feedbackId: feedback.id,
		receivedOn: feedback.receivedOn ?? '',
		themes: { en: named.map(({ en }) => en).join(', '), zh: named.map(({ zh }) => zh).join('、') },
		excerpt: excerptOf(feedback)
	};
}
