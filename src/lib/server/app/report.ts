import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { addMonths, periodOf } from '#core/domain/period.ts';
import { buildReport } from '#core/reports/build-report.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import type { Deps } from './deps.ts';
import { readNames, type Names } from './names.ts';
import { openView, type ViewContext } from './view-context.ts';
import { verb } from './verb.ts';

import { collectReport } from './collect-report.ts';
export interface ReportInput {
	/** YYYY-MM. */
	readonly month: string;
	readonly origin: Filter['origin'];
}
export interface Report {
	readonly context: ViewContext;
	readonly filter: Filter;
	readonly names: Names;
	readonly document: ReportDocument;
	/** Months with data, newest first. */
	readonly months: readonly string[];
}

/** The month as a document of values. Throws `bad-input` for text that is no month. */
export const report = verb('read', async (deps: Deps, actor: Actor, input: ReportInput): Promise<Report> => {
	if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(input.month))
		throw new EarshotError('bad-input', `“${input.month.slice(0, 20)}” is not a month. Write it as 2026-10.`);
	const period = periodOf(input.month);
	const { source, filter, context } = await openView(deps, actor, {
		...emptyFilter,
		origin: input.origin,
		period
	});
	const names = await readNames(deps, actor.scope);
	const data = await collectReport(deps, actor, source, { filter, period, context, names });
	return { context, filter, names, document: buildReport(data), months: monthsOf(context) };
});

/** The months a report can be made of. */
export const reportMonths = verb(
	'read',
	async (deps: Deps, actor: Actor, input: { origin: Filter['origin'] }) => {
		const { context } = await openView(deps, actor, { ...emptyFilter, origin: input.origin });
		return { context, months: monthsOf(context) };
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
