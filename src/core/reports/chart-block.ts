import type { FilterPatch } from '#core/domain/kpi.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';

/** A chart as data. Its numbers are those of the table `tableId` of the same section, a mark a row. */
export interface ChartBlock {
	readonly kind: 'chart';
	/** Unique in its section. */
	readonly id: string;
	readonly title: Bilingual;
	readonly tableId: string;
	readonly chart: RateChart | BarsChart | FunnelChart;
}

interface Range {
	readonly low: number;
	readonly high: number;
}
export interface FunnelLimit {
	readonly expected: number;
	readonly inner: Range;
	readonly outer: Range;
}
interface Mark {
	/** Key of its row. */
	readonly key: string;
	readonly link: FilterPatch;
}

export interface RateMark extends Mark {
	readonly value: number | null;
	readonly interval: Range | null;
	readonly numerator: number;
	readonly denominator: number | null;
	readonly limits: Range | null;
	readonly isComplete: boolean;
	readonly isTooFew: boolean;
	readonly isOutside: boolean;
}
/** A rate by month within the limits of its natural variation; the key of a mark is its month. */
export interface RateChart {
	readonly type: 'rate';
	readonly unit: Bilingual;
	readonly center: number | null;
	readonly marks: readonly RateMark[];
}

export interface BarMark extends Mark {
	readonly label: Bilingual;
	readonly value: number | null;
	readonly interval: Range | null;
	readonly numerator: number;
	readonly denominator: number | null;
	readonly isTooFew: boolean;
}
export interface BarsChart {
	readonly type: 'bars';
	/** Heading of the names. */
	readonly names: Bilingual;
	readonly unit: Bilingual;
	readonly isCount: boolean;
	readonly marks: readonly BarMark[];
}

export interface FunnelMark extends Mark {
	readonly label: Bilingual;
	readonly observed: number;
	readonly expected: number;
	readonly verdict: 'inside' | 'above' | 'below' | 'too-few';
}
export interface FunnelChart {
	readonly type: 'funnel';
	readonly names: Bilingual;
	/** By rising expected count. */
	readonly limits: readonly FunnelLimit[];
	readonly marks: readonly FunnelMark[];
}
