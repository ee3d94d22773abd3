import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { maskText } from '#core/text/mask/mask.ts';
import { putComment } from '../../storage/report-versions.ts';
import type { Deps } from '../deps.ts';
import type { MonthInput } from '../open-month.ts';
import { verb } from '../verb.ts';
import { openFlow } from './open-flow.ts';
import { needVersion } from './steps.ts';

const longestComment = 2000;

/** The maker's comments on red and amber figures, masked, one a figure; empty ones are left as they were. Throws `bad-input` once it is prepared. */
export const commentOnKpis = verb(
	'report',
	async (
		deps: Deps,
		actor: Actor,
		input: MonthInput & { readonly comments: readonly { readonly kpi: string; readonly text: string }[] }
	): Promise<number> => {
		const flow = await openFlow(deps, actor, input);
		const { id, state } = needVersion(flow);
		if (state !== 'computed')
			throw new EarshotError(
				'bad-input',
				`The report is ${state}: comments are closed. Have it sent back first.`
			);
		const known = new Map(flow.comments.map(({ kpi, text }) => [kpi, text]));
		const wanted = input.comments
			.map(({ kpi, text }) => ({ kpi, text: maskText(text.trim()).text }))
			.filter(({ kpi, text }) => text !== '' && text !== known.get(kpi));
		for (const { kpi, text } of wanted) {
			if (!flow.flags.some((flag) => flag.kpi === kpi))
				throw new EarshotError('bad-input', `${kpi.slice(0, 10)} asks for no comment.`);
			if (text.length > longestComment)
				throw new EarshotError('bad-input', `A comment has at most ${longestComment} characters.`);
		}
		for (const comment of wanted)
			await putComment(deps.store, {
				...comment,
				versionId: id,
				authorId: actor.id,
				authorName: actor.name,
				writtenAt: deps.now().toISOString()
			});
		return wanted.length;
	},
	({ month }, count) =>
		count === 0 ? null : { action: 'change', kind: 'report', id: month, details: { comments: count } }
);
