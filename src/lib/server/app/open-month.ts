import type { Actor, Scope } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { periodOf, type Period } from '#core/domain/period.ts';
import { writeReportScope, type ReportScope } from '#core/domain/report-choice.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import { listNames } from '#core/reports/words.ts';
import type { ReportKey } from '../storage/report-versions.ts';
import type { Deps } from './deps.ts';
import { readNames, type Names } from './names.ts';
import { nameOf } from './report-scene.ts';
import { openView } from './view-context.ts';

export interface MonthInput {
	/** YYYY-MM. */
	readonly month: string;
	readonly origin: Filter['origin'];
	/** Without it the whole organisation. */
	readonly scope?: ReportScope | null;
}
export interface OpenedMonth extends Awaited<ReturnType<typeof openView>> {
	readonly period: Period;
	readonly names: Names;
	/** What it covers, in words. */
	readonly covers: Bilingual;
	readonly key: ReportKey;
	/** Does the actor see all that a report of this scope counts? Only then what was frozen is the actor's too. */
	readonly isWhole: boolean;
}

/** A month of a scope, as an actor sees it. Throws `bad-input` for text that is no month, `not-found` for an unknown scope. */
export async function openMonth(
	deps: Deps,
	actor: Actor,
	{ month, origin, scope = null }: MonthInput
): Promise<OpenedMonth> {
	if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
		throw new EarshotError('bad-input', `“${month.slice(0, 20)}” is not a month. Write it as 2026-10.`);
	const period = periodOf(month);
	const view = await openView(deps, actor, {
		...emptyFilter,
		origin,
		period,
		...(scope ? { [scope.unit]: [scope.id] } : {})
	});
	const names = await readNames(deps, actor.scope);
	return {
		...view,
		period,
		names,
		covers: coverageOf(scope, actor.scope, names),
		key: { month, origin: view.context.origin, scope: writeReportScope(scope) },
		isWhole: isWhole(scope, actor.scope, names)
	};
}

function isWhole(scope: ReportScope | null, own: Scope | null, { teams }: Names): boolean {
	if (own === null) return true;
	if (scope === null) return false;
	if (scope.unit === 'agency') return own.agencyIds.includes(scope.id);
	const agency = teams.find(({ id }) => id === scope.id)?.agencyId;
	return own.teamIds.includes(scope.id) || (agency !== undefined && own.agencyIds.includes(agency));
}

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
