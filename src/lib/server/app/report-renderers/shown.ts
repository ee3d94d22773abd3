import type { FilterPatch } from '#core/domain/kpi.ts';
import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { Cell as ChartCell, ChartSpec, Column as ChartColumn } from '#lib/charts/spec.ts';

/** A report as it is read: words in its language, numbers rounded. Page and PDF show this; nothing is counted in it. */
export interface ShownReport {
	readonly title: string;
	readonly scope: string;
	readonly month: string;
	readonly sections: readonly ShownSection[];
}
export interface ShownSection {
	readonly id: string;
	readonly title: string;
	readonly blocks: readonly ShownBlock[];
}
export type ShownBlock =
	| { readonly kind: 'paragraph'; readonly lines: readonly string[] }
	| ShownTable
	| { readonly kind: 'chart'; readonly id: string; readonly name: string; readonly spec: ChartSpec }
	| ShownStrip
	| ShownCards;

export interface ShownTable {
	readonly kind: 'table';
	readonly id: string;
	readonly name: string;
	readonly columns: readonly ChartColumn[];
	readonly rows: readonly (readonly ShownCell[])[];
}
export interface ShownCell extends ChartCell {
	/** Of a heat map: from 0 to 1, how large among its column's. */
	readonly shade?: number;
}
export interface ShownStrip {
	readonly kind: 'kpis';
	readonly name: string;
	readonly items: readonly ShownKpi[];
}
export interface ShownKpi {
	readonly key: string;
	readonly name: string;
	readonly value: string;
	readonly unit: string;
	readonly interval: string;
	readonly verdict: string;
	readonly tone: 'good' | 'bad' | 'plain';
	readonly spark: readonly (number | null)[];
	readonly href?: string;
}
export interface ShownCards {
	readonly kind: 'cards';
	readonly name: string;
	readonly cards: readonly {
		readonly feedback: string;
		readonly day: string;
		readonly themes: string;
		readonly excerpt: string;
		readonly href?: string;
	}[];
}

/** How to show a document: in which language, and where its numbers lead to (nowhere, in a file). */
export interface ShowOptions {
	readonly language: ReportLanguage;
	readonly hrefOf?: (link: FilterPatch) => string;
	readonly hrefOfFeedback?: (id: number) => string;
}
