import { sql, type Expression, type SqlBool } from 'kysely';
import { severities, taxonomies } from '#core/domain/vocabulary.ts';
import type { Source } from './question-schema.ts';

/** Of a column; bit 63 is the sign. */
const bitsOfColumn = 62;
const themeColumns = ['themes0', 'themes1'] as const;
const lastBit = bitsOfColumn * themeColumns.length - 1;

/**
 * In SQL, over the counted tags of one feedback: which themes it has by `theme_bit`, and which pairs of taxonomy and
 * severity. A filter by theme is then one look at a number instead of a join.
 */
export const bitsOfTags = [
	...themeColumns.map((column, at) => {
		const first = at * bitsOfColumn;
		const isHere = `bit between ${first} and ${first + bitsOfColumn - 1}`;
		return `coalesce(bit_or(case when ${isHere} then 1::bigint << (bit - ${first})::integer end), 0) as ${column}`;
	}),
	`coalesce(bit_or(case when severity between 1 and ${severities.length}
		then 1::bigint << (enum_code(taxonomy)::integer * ${severities.length} + severity - 1) end), 0) as levels`
].join(', ');

/** Has the feedback any of the themes, counted? Null where that cannot be told by bits. */
export function hasThemeBit({ themeBits }: Source, themes: readonly string[]): Expression<SqlBool> | null {
	if (!themeBits) return null;
	const masks = themeColumns.map(() => 0n);
	for (const theme of themes) {
		const bit = themeBits.get(theme);
		if (bit === undefined) continue;
		if (bit > lastBit) return null;
		const at = Math.floor(bit / bitsOfColumn);
		masks[at] = (masks[at] ?? 0n) | (1n << BigInt(bit % bitsOfColumn));
	}
	return anyBit(themeColumns.map((column, at) => [column, masks[at] ?? 0n]));
}

/** Has it a counted theme of one of the taxonomies and one of the severities? No choice stands for all. */
export function hasLevelBit(
	{ themeBits }: Source,
	taxonomy: readonly string[],
	severity: readonly string[]
): Expression<SqlBool> | null {
	if (!themeBits) return null;
	let mask = 0n;
	for (const [nth, one] of taxonomies.entries())
		for (const level of severities)
			if (isChosen(taxonomy, one) && isChosen(severity, String(level)))
				mask |= 1n << BigInt(nth * severities.length + level - 1);
	return anyBit([['levels', mask]]);
}

function isChosen(list: readonly string[], value: string): boolean {
	return list.length === 0 || list.includes(value);
}

function anyBit(masks: readonly (readonly [column: string, mask: bigint])[]): Expression<SqlBool> {
	const asked = masks.filter(([, mask]) => mask > 0n);
	if (asked.length === 0) return sql<SqlBool>`1 = 0`;
	const tests = asked.map(
		([column, mask]) => sql<SqlBool>`(${sql.ref(`feedback.${column}`)} & ${sql.lit(mask)}) <> 0`
	);
	return sql<SqlBool>`(${sql.join(tests, sql` or `)})`;
}
