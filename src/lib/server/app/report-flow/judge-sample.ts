import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { insertReview } from '../../storage/reviews.ts';
import type { Deps } from '../deps.ts';
import type { MonthInput } from '../open-month.ts';
import { verb } from '../verb.ts';
import { openFlow } from './open-flow.ts';
import { needVersion } from './steps.ts';

export interface Judgement {
	readonly feedbackId: number;
	readonly theme: string;
	readonly decision: 'confirm' | 'wrong';
}

/**
 * A checker's decisions about tags of the sample, kept as every review of a tag is. What is frozen stays as it is. Throws
 * `bad-input` for a tag outside the sample, `forbidden` for whoever prepared the report.
 */
export const judgeSample = verb(
	'review',
	async (
		deps: Deps,
		actor: Actor,
		input: MonthInput & { readonly judgements: readonly Judgement[] }
	): Promise<number> => {
		const flow = await openFlow(deps, actor, input);
		const { sample, facts } = flow;
		if (needVersion(flow).state !== 'prepared')
			throw new EarshotError(
				'bad-input',
				`The report is ${facts.state}: its sample is judged once it is prepared.`
			);
		if (facts.makerIds.includes(actor.id))
			throw new EarshotError(
				'forbidden',
				'Whoever prepared the report does not check it: ask somebody else.'
			);
		const wanted = input.judgements.map((one) => {
			const tag = sample.find(
				({ feedbackId, theme }) => feedbackId === one.feedbackId && theme === one.theme
			);
			if (!tag || tag.isGone) throw new EarshotError('bad-input', 'That tag is not in the sample.');
			return { ...one, packVersion: tag.packVersion };
		});
		for (const one of wanted)
			await insertReview(deps.store, {
				...one,
				polarity: null,
				comment: null,
				reviewerId: actor.id,
				reviewerName: actor.name,
				createdAt: deps.now().toISOString()
			});
		return wanted.length;
	},
	({ month }, count) =>
		count === 0 ? null : { action: 'review', kind: 'report', id: month, details: { tags: count } }
);
