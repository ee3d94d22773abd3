/** Contacts of one unit with one kind of work. */
export interface WorkCell {
	readonly unit: string;
	readonly channel: string;
	readonly stage: string;
	readonly product: string;
	readonly contacts: number;
}

export const mixFields = ['channel', 'stage', 'product'] as const;
export type MixField = (typeof mixFields)[number];

export interface MixRow {
	readonly field: MixField;
	/** '' where it is not stated. */
	readonly value: string;
	readonly contacts: number;
	/** Of the unit's contacts, and of those of all units together. */
	readonly share: number;
	readonly shareOfAll: number;
}

export interface CaseMix {
	readonly contacts: number;
	/** Every value that anybody has, by field, largest share of all first. */
	readonly rows: readonly MixRow[];
}

/** Shares of each unit's contacts by channel, by stage and by product, beside those of all units together. */
export function caseMixOf(cells: readonly WorkCell[]): ReadonlyMap<string, CaseMix> {
	const all = sumsOf(cells);
	const total = cells.reduce((sum, { contacts }) => sum + contacts, 0);
	return new Map(
		[...Map.groupBy(cells, ({ unit }) => unit)].flatMap(([unit, own]) => {
			const contacts = own.reduce((sum, cell) => sum + cell.contacts, 0);
			if (contacts === 0) return [];
			const sums = sumsOf(own);
			const rows = [...all].map(([key, { field, value, contacts: ofAll }]): MixRow => {
				const here = sums.get(key)?.contacts ?? 0;
				return { field, value, contacts: here, share: here / contacts, shareOfAll: ofAll / total };
			});
			return [[unit, { contacts, rows: rows.sort(byFieldAndShare) }] as const];
		})
	);
}

/** The kinds of work a unit has most more, or less, of than all together, those with the largest difference first. */
export function largestDifferences({ rows }: CaseMix, most: number, least = 0.05): readonly MixRow[] {
	const difference = ({ share, shareOfAll }: MixRow) => Math.abs(share - shareOfAll);
	return rows
		.filter((row) => difference(row) >= least)
		.toSorted((one, other) => difference(other) - difference(one))
		.slice(0, most);
}

function sumsOf(cells: readonly WorkCell[]) {
	const sums = new Map<string, { field: MixField; value: string; contacts: number }>();
	for (const cell of cells)
		for (const field of mixFields) {
			const key = `${field}\t${cell[field]}`;
			const known = sums.get(key) ?? { field, value: cell[field], contacts: 0 };
			sums.set(key, { ...known, contacts: known.contacts + cell.contacts });
		}
	return sums;
}

function byFieldAndShare(one: MixRow, other: MixRow): number {
	return (
		mixFields.indexOf(one.field) - mixFields.indexOf(other.field) ||
		other.shareOfAll - one.shareOfAll ||
		(one.value < other.value ? -1 : 1)
	);
}
