import { isAllowed, type Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { addMonths } from '#core/domain/period.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import { buildReport } from '#core/reports/build-report.ts';
import {
	writeReportScope,
	type Copy,
	type ReportScope,
	type VersionChoice
} from '#core/domain/report-choice.ts';
import { collectReport } from './collect-report.ts';
import type { Deps } from './deps.ts';
import type { Names } from './names.ts';
import { openMonth } from './open-month.ts';
import { frozenDocument } from './report-flow/frozen-document.ts';
import { findFrozen } from './report-flow/find-frozen.ts';
import { listAllVersions, type ReportVersion } from '../storage/report-versions.ts';
import { openView, type ViewContext } from './view-context.ts';
import { verb } from './verb.ts';

export interface ReportInput {
	/** YYYY-MM. */
	readonly month: string;
	readonly origin: Filter['origin'];
	/** Without it the whole organisation. */
	readonly scope?: ReportScope | null;
	/** Without it `internal`. */
	readonly copy?: Copy;
	/** Without it the newest that is frozen, else the data of now. */
	readonly version?: VersionChoice;
}
export interface Report {
	readonly context: ViewContext;
	readonly filter: Filter;
	readonly names: Names;
	readonly document: ReportDocument;
	/** Months with data, newest first. */
	readonly months: readonly string[];
	/** What it was frozen as; null: counted just now. */
	readonly frozen: ReportVersion | null;
	/** Does the actor see all that a report of this scope counts? */
	readonly isWhole: boolean;
}

/**
 * The month as a document of values. Throws `bad-input` for text that is no month, `not-found` for an agency or team
 * that the actor does not know, `forbidden` for a copy with agents without the permission to review.
 */
export const report = verb('read', async (deps: Deps, actor: Actor, input: ReportInput): Promise<Report> => {
	const { copy = 'internal' } = input;
	if (copy === 'restricted' && !isAllowed(actor, 'review'))
		throw new EarshotError('forbidden', `${actor.name} may not see the copy that names agents.`);
	const month = await openMonth(deps, actor, input);
	const { context, filter, names, period, isWhole } = month;
	const seen = { context, filter, names, months: monthsOf(context), isWhole };
	const frozen = await findFrozen(deps, month, input.version ?? null);
	if (frozen) return { ...seen, frozen, document: await frozenDocument(deps, frozen, copy) };
	const about = {
		copy,
		status: 'draft',
		version: 1,
		origin: context.origin,
		computedAt: `${period.to}T00:00:00.000Z`,
		preparedBy: null,
		approvedBy: null
	} as const;
	const data = await collectReport(deps, actor, month.source, { ...month, scope: month.covers, about });
	return { ...seen, frozen: null, document: buildReport(data) };
});

/** The months a report can be made of, and how far each of them is. */
export const reportMonths = verb(
	'read',
	async (deps: Deps, actor: Actor, input: { origin: Filter['origin'] }) => {
		const { context } = await openView(deps, actor, { ...emptyFilter, origin: input.origin });
		const key = { origin: context.origin, scope: writeReportScope(null) };
		const versions = actor.scope === null ? await listAllVersions(deps.store, key) : [];
		// Oldest first: the newest version of a month is put last.
		const states = Object.fromEntries(versions.toReversed().map(({ month, state }) => [month, state]));
		return { context, months: monthsOf(context), states };
	}
);

/** Days to come are typing errors: no report is made of them. */
function monthsOf({ extent: { firstOn, lastOn }, today }: ViewContext): string[] {
	const months: string[] = [];
	if (firstOn === null || lastOn === null) return months;
	for (
		let day = addMonths(lastOn < today ? lastOn : today, 0);
		day >= addMonths(firstOn, 0);
		day = addMonths(day, -1)
	)
		months.push(day.slice(0, 7));
	return months;
}
