import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { checkLimits } from '#core/domain/rule-limit.ts';
import { phraseRuleId, type Packs } from '#core/domain/theme-pack.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import { storeAsSource } from '../storage/question-schema.ts';
import { getFeedback } from '../storage/feedback-list.ts';
import { getImport } from '../storage/imports.ts';
import { linksOf } from '../storage/feedback-links.ts';
import { listNotes } from '../storage/notes.ts';
import { listReviews } from '../storage/reviews.ts';
import { otherFeedbackOf } from '../storage/borrower-feedback.ts';
import { compareWithLog } from './compare-with-log.ts';
import type { Deps } from './deps.ts';
import { readNames } from './names.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

const othersShown = 10;

/** One masked feedback with everything that explains it. Throws `not-found` also when it is outside the actor's scope. */
export const feedbackView = verb(
	'read',
	async (deps: Deps, actor: Actor, id: number) => {
		const { context } = await openView(deps, actor, emptyFilter);
		const feedback = await getFeedback(deps.store, actor.scope, id);
		if (!feedback) throw new EarshotError('not-found', `There is no feedback ${id} here.`);
		const themeIds = new Set(feedback.tags.map(({ theme }) => theme));
		const otherIds =
			feedback.borrowerId === null
				? []
				: await otherFeedbackOf(deps.store, feedback.borrowerId, id, othersShown);
		const others = (
			await Promise.all(otherIds.map((other) => getFeedback(deps.store, actor.scope, other)))
		).filter((other) => other !== undefined);
		const source = await getImport(deps.store, feedback.importId);
		const template = String(feedback.templateId ?? id);
		const alike = await countFeedback(storeAsSource(deps.store, actor.scope), {
			...emptyFilter,
			template: [template]
		});
		return {
			context,
			names: await readNames(deps, actor.scope),
			feedback,
			themes: deps.packs.themes
				.filter((theme) => themeIds.has(theme.id))
				.map(({ phrases: _phrases, ...theme }) => theme),
			rules: explainRules(
				deps.packs,
				feedback.tags.flatMap(({ spans }) => spans.map(({ ruleId }) => ruleId))
			),
			limits: Object.fromEntries(
				feedback.tags.map(({ theme, spans }) => [
					theme,
					spans.map(({ quantity }) => (quantity ? checkLimits(quantity, deps.packs.rules) : []))
				])
			),
			packVersion: deps.packs.version,
			others,
			links: await linksOf(deps.store, actor.scope, id),
			log: await compareWithLog(deps, actor.scope, feedback),
			timeZone: deps.timeZone,
			notes: await listNotes(deps.store, { kind: 'feedback', id: String(id) }),
			reviews: await listReviews(deps.store, id),
			template,
			/** Feedback with nearly the same text, this one left out. */
			copies: alike.feedback - 1,
			source: source && { id: source.id, importer: source.importer, fileName: source.fileName }
		};
	},
	(id) => ({ action: 'view', kind: 'feedback', id: String(id) })
);

export interface RuleExplained {
	/** What it looks for, in the notation of the packs. */
	readonly pattern: string;
	/** Where the rule comes from; null for a phrase of a theme, which comes from its definition. */
	readonly source: string | null;
}

/** The rules of today's packs by id; one that was removed since the text was tagged is not among them. */
function explainRules(packs: Packs, ids: readonly string[]): Readonly<Record<string, RuleExplained>> {
	const wanted = new Set(ids);
	const patterns = packs.patterns
		.filter(({ id }) => wanted.has(id))
		.map(({ id, pattern, source }): [string, RuleExplained] => [id, { pattern, source }]);
	const phrases = packs.themes.flatMap(({ taxonomy, id: theme, phrases: byLanguage }) =>
		(['en', 'zh'] as const).flatMap((language) =>
			byLanguage[language].flatMap((pattern, index): [string, RuleExplained][] => {
				const id = phraseRuleId(taxonomy, theme, language, index);
				return wanted.has(id) ? [[id, { pattern, source: null }]] : [];
			})
		)
	);
	return Object.fromEntries([...patterns, ...phrases]);
}
