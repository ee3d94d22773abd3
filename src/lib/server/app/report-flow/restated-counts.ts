import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import { periodOf } from '#core/domain/period.ts';
import { writeReportScope, type ReportScope } from '#core/domain/report-choice.ts';
import type { KpiCounts } from '#core/stats/kpi-change.ts';
import { countFeedback } from '../../facts/questions/count-feedback.ts';
import type { Source } from '../../storage/question-schema.ts';
import { listAllVersions } from '../../storage/report-versions.ts';
import type { Store } from '../../storage/connect.ts';
import type { Asked } from '../kpi-counts.ts';
import { holdingVersions } from './holding-versions.ts';

const months = 6;
const none = { numerator: 0, denominator: null, missing: 'no-signed-months' } as const;

/** How far signed months have moved since; only for what a report can be about. */
export async function restatedCounts(store: Store, source: Source, filter: Asked): Promise<KpiCounts> {
	const scope = scopeOf(filter);
	if (scope === undefined || source.scope !== null || filter.origin === null) return none;
	const key = { origin: filter.origin, scope: writeReportScope(scope) };
	const signed = holdingVersions(await listAllVersions(store, key))
		.filter(({ month }) => periodOf(month).to <= filter.period.to)
		.slice(0, months);
	if (signed.length === 0) return none;
	const changes = await Promise.all(
		signed.map(async ({ month, complaints }) => {
			const where = narrow({ ...filter, period: periodOf(month) }, { complaint: 'yes' });
			return Math.abs((await countFeedback(source, where)).feedback - (complaints ?? 0));
		})
	);
	return {
		numerator: changes.reduce((sum, change) => sum + change, 0),
		denominator: signed.reduce((sum, { complaints }) => sum + (complaints ?? 0), 0)
	};
}

/** Undefined where the filter asks for something that no report is about. */
function scopeOf(filter: Asked): ReportScope | null | undefined {
	const units = (['agency', 'team'] as const).filter((unit) => filter[unit].length > 0);
	const rest: Filter = { ...filter, period: null, origin: null, agency: [], team: [] };
	const fields = Object.keys(emptyFilter) as (keyof Filter)[];
	if (fields.some((field) => JSON.stringify(rest[field]) !== JSON.stringify(emptyFilter[field])))
		return undefined;
	const [unit] = units;
	if (unit === undefined) return null;
	const [id, ...others] = filter[unit];
	return units.length === 1 && id !== undefined && others.length === 0 ? { unit, id } : undefined;
}
