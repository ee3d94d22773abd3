import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { Column } from './blocks.ts';

/** Columns that several chapters have in the same way. */
export const textColumn = (key: string, en: string, zh: string): Column => ({
	key,
	title: { en, zh },
	type: 'text'
});
/** A count of feedback. */
export const countColumn = (key: string, en: string, zh: string): Column => ({
	key,
	title: { en, zh },
	type: 'integer',
	small: 'count'
});
/** A number that tells of the counts in its row. */
export const derivedColumn = (
	key: string,
	en: string,
	zh: string,
	{ type = 'number', digits = 2, unit }: { type?: Column['type']; digits?: number; unit?: Bilingual } = {}
): Column => ({ key, title: { en, zh }, type, digits, ...(unit ? { unit } : {}), small: 'derived' });

export const shareColumns: readonly Column[] = [
	derivedColumn('share', 'Share of complaints', '占投诉比例', { type: 'percent', digits: 1 }),
	derivedColumn('shareLow', 'Share, 95% from', '占比 95% 下限', { type: 'percent', digits: 1 }),
	derivedColumn('shareHigh', 'Share, 95% to', '占比 95% 上限', { type: 'percent', digits: 1 })
];
