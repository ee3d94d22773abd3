import type { Actor } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { addMonths, type Period } from '#core/domain/period.ts';
import { containsTerm, countTerms } from '#core/nlp/emerging-terms.ts';
import type { Emerging } from '#core/reports/report-detail.ts';
import { selectEmergingTerms } from '#core/stats/emerging-terms.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import type { Source } from '../storage/question-schema.ts';
import { readTexts } from '../storage/feedback-texts.ts';
import type { Deps } from './deps.ts';
import { keptCount } from './kept-count.ts';

/** More records make the report slower and hardly surer. */
const most = 2000;
const monthsBefore = 3;
const termsShown = 20;

/** Terms that are markedly more frequent in the month than in the three months before, from an even sample of each. */
export async function emergingTerms(
	{ store }: Deps,
	actor: Actor,
	source: Source,
	filter: Filter & { readonly period: Period }
): Promise<Emerging> {
	return keptCount(source, ['terms', filter, actor.scope], () => findTerms(store, actor, source, filter));
}

async function findTerms(
	store: Deps['store'],
	actor: Actor,
	source: Source,
	filter: Filter & { readonly period: Period }
): Promise<Emerging> {
	const { from } = filter.period;
	const before = { ...filter, period: { from: addMonths(from, -monthsBefore), to: from } };
	const [now, then] = await Promise.all(
		[filter, before].map(async (side) => {
			const { feedback } = await countFeedback(source, side);
			return readTexts(store, actor.scope, side, Math.max(1, Math.ceil(feedback / most)));
		})
	);
	const { terms, records } = countTerms(now ?? [], then ?? []);
	const selected = selectEmergingTerms(terms, { records, contains: containsTerm });
	return { terms: selected.slice(0, termsShown), records, most };
}
