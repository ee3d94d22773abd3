import type { FilterPatch } from '#core/domain/kpi.ts';
import type { Copy, ReportStatus } from '#core/domain/report-choice.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { ChartBlock } from './chart-block.ts';
import type { EvidenceCard } from './evidence.ts';
import type { ReportData } from './report-data.ts';

/** A report as values: page, CSV, PDF, workbook and manifest all render this and nothing else. */
export interface ReportDocument {
	/** YYYY-MM. */
	readonly month: string;
	readonly title: Bilingual;
	/** What the report covers, in words. */
	readonly scope: Bilingual;
	readonly status: ReportStatus;
	/** From 1 on; a restatement has the next one. */
	readonly version: number;
	readonly copy: Copy;
	readonly origin: 'imported' | 'simulated' | 'all';
	/** When the numbers were frozen, ISO 8601; of a draft the end of its month, so that equal data give equal files. */
	readonly computedAt: string;
	readonly method: ReportData['method'];
	readonly sections: readonly Section[];
}

export interface Section {
	readonly id: string;
	readonly title: Bilingual;
	readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table | ChartBlock | KpiStrip | Cards;

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
	/** Counts are shaded by their size. */
	readonly isHeat?: boolean;
	/** What the rows of a count column add up to, where readers know it from elsewhere. */
	readonly totals?: Readonly<Record<string, number>>;
	/** The count column that the other count columns of a row add up to. */
	readonly rowTotal?: string;
}

/** A few values in large type. The same values are in the table that it names. */
export interface KpiStrip {
	readonly kind: 'kpis';
	readonly id: string;
	readonly title: Bilingual;
	readonly items: readonly KpiItem[];
}
export interface KpiItem {
	readonly key: string;
	readonly name: Bilingual;
	readonly value: number | null;
	readonly unit: Bilingual;
	/** Decimals shown. */
	readonly digits: number;
	readonly low: number | null;
	readonly high: number | null;
	readonly numerator: number;
	readonly verdict: Bilingual | null;
	readonly tone: 'good' | 'bad' | 'plain';
	readonly link: FilterPatch;
	/** The value by month, oldest first. */
	readonly spark: readonly (number | null)[];
}

/** Masked words of feedback as evidence. */
export interface Cards {
	readonly kind: 'cards';
	readonly id: string;
	readonly title: Bilingual;
	readonly cards: readonly EvidenceCard[];
}

export interface Column {
	readonly key: string;
	readonly title: Bilingual;
	/** `percent`: a fraction, 0.25 for 25 % · `change`: the same with its sign · `date`: YYYY-MM-DD. */
	readonly type: 'text' | 'integer' | 'number' | 'percent' | 'change' | 'date';
	/** Decimals shown for a `number` or `percent`; cells keep full precision. */
	readonly digits?: number;
	readonly unit?: Bilingual;
	/** Holds counts beside other numbers: a whole number is shown without decimals. */
	readonly isMixed?: true;
	/** `count`: 1 to 4 are hidden in a copy that leaves the house · `derived`: tells of the row's counts, hidden with them. */
	readonly small?: 'count' | 'derived';
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
	/** Of a number in a column of counts that is none, as a mean: does it rest on a count of 1 to 4? */
	readonly restsOnFew?: boolean;
	/** The one feedback the cell is about. */
	readonly feedbackId?: number;
}

/** One chapter: what it says of a month is a function of the month's data alone. */
export interface SectionBuilder {
	readonly id: string;
	readonly title: Bilingual;
	readonly build: (data: ReportData) => readonly Block[];
	/** Copies that hold the chapter; all of them without it. */
	readonly copies?: readonly Copy[];
}

export function paragraph(en: string, zh: string): Paragraph {
	return { kind: 'paragraph', text: { en, zh } };
}
