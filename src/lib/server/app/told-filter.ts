import type { AuditValue } from '#core/domain/audit.ts';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { writePeriod } from '#core/domain/period.ts';

/** A filter for the audit log. Search words stay out: they may be a borrower's. */
export function toldFilter(filter: Filter): Readonly<Record<string, AuditValue>> {
	const { period, text, ...rest } = filter;
	const chosen = Object.entries(rest).filter(
		([key, value]) => JSON.stringify(value) !== JSON.stringify(emptyFilter[key as keyof Filter])
	);
	return {
		...(period === null ? {} : { period: period === 'undated' ? period : writePeriod(period) }),
		...(text === '' ? {} : { searched: true }),
		...(Object.fromEntries(chosen) as Record<string, AuditValue>)
	};
}
