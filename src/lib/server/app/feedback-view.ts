import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter } from '#core/domain/filter.ts';
import { getFeedback } from '../storage/feedback-list.ts';
import { getImport } from '../storage/imports.ts';
import { otherFeedbackOf } from '../storage/borrower-feedback.ts';
import type { Deps } from './deps.ts';
import { readNames } from './names.ts';
import { openView } from './view-context.ts';
import { verb } from './verb.ts';

const othersShown = 10;

/** One masked feedback with everything that explains it. Throws `not-found` also when it is outside the actor's scope. */
export const feedbackView = verb('read', async (deps: Deps, actor: Actor, id: number) => {
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
	return {
		context,
		names: await readNames(deps, actor.scope),
		feedback,
		themes: deps.packs.themes
			.filter((theme) => themeIds.has(theme.id))
			.map(({ phrases: _phrases, ...theme }) => theme),
		packVersion: deps.packs.version,
		others,
		source: source && { id: source.id, importer: source.importer, fileName: source.fileName }
	};
});
