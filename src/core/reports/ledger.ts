/** What signed months said, and say now: late records never alter a signed month, they show here. */
export interface Ledger {
	/** Newest month first. */
	readonly months: readonly LedgerMonth[];
}
export interface LedgerMonth {
	/** YYYY-MM. */
	readonly month: string;
	/** The signed version that holds. */
	readonly version: number;
	/** Complaints as signed, and in the data of this report. */
	readonly signed: number;
	readonly now: number;
	/** Complaints of now that the signed month did not have, and its complaints that are none now. */
	readonly late: number;
	readonly gone: number;
	/** The month’s complaints by the report that counted them, oldest first; this report’s are `now`. */
	readonly seen: readonly { readonly report: string; readonly complaints: number }[];
}

/** Of a report that restates a signed one. */
export interface Restates {
	readonly version: number;
	readonly reason: string;
	readonly changes: readonly KpiDifference[];
}
export interface KpiDifference {
	readonly kpi: string;
	readonly before: number | null;
	readonly after: number | null;
}

interface Valued {
	readonly kpi: { readonly id: string };
	readonly now: { readonly value: number | null };
}

/** Figures that are not what they were, in the order of the report. */
export function differKpis(before: readonly Valued[], after: readonly Valued[]): readonly KpiDifference[] {
	const was = new Map(before.map(({ kpi, now }) => [kpi.id, now.value]));
	return after.flatMap(({ kpi, now }) => {
		const earlier = was.get(kpi.id) ?? null;
		return earlier === now.value ? [] : [{ kpi: kpi.id, before: earlier, after: now.value }];
	});
}
