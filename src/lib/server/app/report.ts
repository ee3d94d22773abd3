import { isAllowed, type Actor, type Scope } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { addMonths, periodOf } from '#core/domain/period.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import { buildReport } from '#core/reports/build-report.ts';
import type { Copy, ReportScope } from '#core/domain/report-choice.ts';
import { listNames } from '#core/reports/words.ts';
import { collectReport } from './collect-report.ts';
import type { Deps } from './deps.ts';
import { readNames, type Names } from './names.ts';
import { nameOf } from './report-scene.ts';
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
}
export interface Report {
	readonly context: ViewContext;
	readonly filter: Filter;
	readonly names: Names;
	readonly document: ReportDocument;
	/** Months with data, newest first. */
	readonly months: readonly string[];
}

/**
 * The month as a document of values. Throws `bad-input` for text that is no month, `not-found` for an agency or team
 * that the actor does not know, `forbidden` for a copy with agents without the permission to review.
 */
export const report = verb('read', async (deps: Deps, actor: Actor, input: ReportInput): Promise<Report> => {
	const { month, origin, scope = null, copy = 'internal' } = input;
	if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
		throw new EarshotError('bad-input', `“${month.slice(0, 20)}” is not a month. Write it as 2026-10.`);
	if (copy === 'restricted' && !isAllowed(actor, 'review'))
		throw new EarshotError('forbidden', `${actor.name} may not see the copy that names agents.`);
	const period = periodOf(month);
	const { source, filter, context } = await openView(deps, actor, {
		...emptyFilter,
		origin,
		period,
		...(scope ? { [scope.unit]: [scope.id] } : {})
	});
	const names = await readNames(deps, actor.scope);
	const about = {
		copy,
		status: 'draft',
		version: 1,
		origin: context.origin,
		computedAt: `${period.to}T00:00:00.000Z`,
		preparedBy: null,
		approvedBy: null
	} as const;
	const scene = { filter, period, context, names, about, scope: coverageOf(scope, actor.scope, names) };
	const data = await collectReport(deps, actor, source, scene);
	return { context, filter, names, document: buildReport(data), months: monthsOf(context) };
});

/** The months a report can be made of, and of whom. */
export const reportMonths = verb(
	'read',
	async (deps: Deps, actor: Actor, input: { origin: Filter['origin'] }) => {
		const { context } = await openView(deps, actor, { ...emptyFilter, origin: input.origin });
		return { context, months: monthsOf(context) };
	}
);

function coverageOf(scope: ReportScope | null, own: Scope | null, names: Names): Bilingual {
	if (scope !== null) {
		const units = scope.unit === 'agency' ? names.agencies : names.teams;
		const unit = units.find(({ id }) => id === scope.id);
		if (!unit)
			throw new EarshotError(
				'not-found',
				`There is no ${scope.unit} “${scope.id.slice(0, 40)}” to report on.`
			);
		return nameOf(unit, unit.id);
	}
	if (own === null) return { en: 'The whole organisation', zh: '全机构' };
	const covered = [
		...names.agencies.filter(({ id }) => own.agencyIds.includes(id)),
		...names.teams.filter(({ id }) => own.teamIds.includes(id))
	];
	return listNames(covered.map((unit) => nameOf(unit, unit.id)));
}

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
