import type { Filter } from '#core/domain/filter.ts';
import type { Period } from '#core/domain/period.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { About } from '#core/reports/report-data.ts';
import type { ReportKey } from '../storage/report-versions.ts';
import type { Names } from './names.ts';
import type { ViewContext } from './view-context.ts';

/** What a report is made of: a month under a filter, with names. */
export interface Scene {
	readonly filter: Filter;
	readonly period: Period;
	readonly context: ViewContext;
	readonly names: Names;
	readonly about: About;
	/** What it covers, in words. */
	readonly scope: Bilingual;
	readonly key: ReportKey;
	/** Does it count all that a report of its scope counts? */
	readonly isWhole: boolean;
}

/** Of an agency, a team or an agent; the id where nobody has named it. */
export function nameOf(
	unit: { readonly name: string; readonly nameZh: string | null } | undefined,
	id: string
): Bilingual {
	return { en: unit?.name ?? id, zh: unit?.nameZh ?? unit?.name ?? id };
}
