import type { FilterPatch } from '#core/domain/kpi.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { ReportData } from './report-data.ts';

/** A report as values: page, CSV, print and workbook all render this and nothing else. */
export interface ReportDocument {
	/** YYYY-MM. */
	readonly month: string;
	readonly title: Bilingual;
	/** What the report covers, in words. */
	readonly scope: Bilingual;
	readonly status: 'draft';
	readonly sections: readonly Section[];
}

export interface Section {
	readonly id: string;
	readonly title: Bilingual;
	readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table;

export interface Paragraph {
	readonly kind: 'paragraph';
	readonly text: Bilingual;
}

export interface Table {
	readonly kind: 'table';
	/** Unique in its section. */
	readonly id: string;
	readonly title: Bilingual;
	readonly columns: readonly Column[];
	readonly rows: readonly Row[];
}

export interface Column {
	readonly key: string;
	readonly title: Bilingual;
	/** `percent`: a fraction, 0.25 for 25 % · `change`: the same with its sign · `date`: YYYY-MM-DD. */
	readonly type: 'text' | 'integer' | 'number' | 'percent' | 'change' | 'date';
	/** Decimals shown for a `number` or `percent`; cells keep full precision. */
	readonly digits?: number;
	readonly unit?: Bilingual;
}

export interface Row {
	/** Stable id, unique in its table. */
	readonly key: string;
	/** By column key; a column without cell is empty. */
	readonly cells: Readonly<Record<string, Cell>>;
}

/** A raw value: nothing is rounded or formatted before a renderer does it. Null: there is none to give. */
export interface Cell {
	readonly value: string | number | Bilingual | null;
	/** Where the column's unit is not that of this cell. */
	readonly unit?: Bilingual;
	/** The feedback behind the number. */
	readonly link?: FilterPatch;
	/** The one feedback the cell is about. */
	readonly feedbackId?: number;
}

/** One chapter: what it says of a month is a function of the month's data alone. */
export interface SectionBuilder {
	readonly id: string;
	readonly title: Bilingual;
	readonly build: (data: ReportData) => readonly Block[];
}

export function paragraph(en: string, zh: string): Paragraph {
	return { kind: 'paragraph', text: { en, zh } };
}
