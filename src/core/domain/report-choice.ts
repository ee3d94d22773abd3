import type { Locale } from './vocabulary.ts';

/** One agency or one team that a report is about. */
export interface ReportScope {
	readonly unit: 'agency' | 'team';
	readonly id: string;
}

/** `outside`: leaves the house, small counts are hidden · `restricted`: names agents, for those who may review. */
export const copies = ['internal', 'restricted', 'outside'] as const;
export type Copy = (typeof copies)[number];

/** How far a month's report is. */
export type ReportStatus = 'draft' | 'signed' | 'published';

/** A number: that version · `now`: the data as they are, whatever was frozen · null: the newest that is frozen, else now. */
export type VersionChoice = number | 'now' | null;

/** `both`: English and 简体中文 side by side. */
export const reportLanguages = ['en', 'zh', 'both'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** The languages of a report in reading order; numbers are written as in the first. */
export function localesOf(language: ReportLanguage): readonly Locale[] {
	if (language === 'both') return ['en', 'zh-CN'];
	return [language === 'en' ? 'en' : 'zh-CN'];
}

const longestId = 200;

/** `agency:ID` or `team:ID`; null for anything else, as `all`. */
export function parseReportScope(text: string): ReportScope | null {
	const [, unit, id] = /^(agency|team):(.+)$/.exec(text) ?? [];
	if (unit === undefined || id === undefined || id.length > longestId) return null;
	return { unit: unit as ReportScope['unit'], id };
}

export function writeReportScope(scope: ReportScope | null): string {
	return scope === null ? 'all' : `${scope.unit}:${scope.id}`;
}
