import { sql, type Expression, type SqlBool } from 'kysely';
import { severities, taxonomies, type Severity, type Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source } from './question-schema.ts';

/** Bit 63 is the sign. */
const lastBit = 62;

/** Column of a feedback's counted themes of a taxonomy, a bit each. */
export function themesName(taxonomy: Taxonomy): string {
	return `${taxonomy}_themes`;
}

export function themesColumn(taxonomy: Taxonomy): `feedback.${Taxonomy}Themes` {
	return `feedback.${taxonomy}Themes`;
}

/**
 * In SQL, over the counted tags of one feedback with their `bit`: which themes it has, taxonomy by taxonomy, and which
 * pairs of taxonomy and severity. A filter by theme is then one look at a number instead of a join.
 */
export const bitsOfTags = [
	...taxonomies.map(
		(taxonomy) => `coalesce(bit_or(case when taxonomy = '${taxonomy}' and bit <= ${lastBit}
			then 1::bigint << bit end), 0) as ${themesName(taxonomy)}`
	),
	`coalesce(bit_or(case ${taxonomies
		.map((taxonomy, nth) => {
			const first = nth * severities.length - 1;
			return `when severity between 1 and ${severities.length} and taxonomy = '${taxonomy}' then 1::bigint << (${first} + severity)`;
		})
		.join(' ')} end), 0) as levels`
].join(', ');

/** In SQL, of rows of feedback as the facts have them: which themes each set of bits stands for. */
export function setsOfThemes(rows: string): string {
	return taxonomies
		.map((taxonomy) => {
			const column = themesName(taxonomy);
			return `select p.taxonomy, s.themes, p.theme
				from (select distinct ${column} as themes from ${rows} where ${column} <> 0
					except select themes from theme_set where taxonomy = '${taxonomy}') s
				join theme_place p on p.taxonomy = '${taxonomy}' and p.bit <= ${lastBit} and s.themes & (1::bigint << p.bit) <> 0`;
		})
		.join(' union all ');
}

/** Can a taxonomy's counted themes be told by their bits? Not where it ever had more themes than bits. */
export function hasThemeSets({ themePlaces }: Pick<Source, 'themePlaces'>, taxonomy: Taxonomy): boolean {
	return themePlaces?.every((place) => place.taxonomy !== taxonomy || place.bit <= lastBit) ?? false;
}

/** Has the feedback any of the themes, counted? Null where that cannot be told by bits. */
export function hasThemeBit({ themePlaces }: Source, themes: readonly string[]): Expression<SqlBool> | null {
	if (!themePlaces) return null;
	const places = themePlaces.filter(({ theme }) => themes.includes(theme));
	if (places.some(({ bit }) => bit > lastBit)) return null;
	const masks = Map.groupBy(places, ({ taxonomy }) => taxonomy);
	return anyBit(
		[...masks].map(([taxonomy, own]) => [
			themesColumn(taxonomy),
			own.reduce((mask, { bit }) => mask | (1n << BigInt(bit)), 0n)
		])
	);
}

/** Has it a counted theme of one of the taxonomies and one of the severities? No choice stands for all. */
export function hasLevelBit(
	{ themePlaces }: Source,
	taxonomy: readonly string[],
	severity: readonly string[]
): Expression<SqlBool> | null {
	if (!themePlaces) return null;
	let mask = 0n;
	for (const one of taxonomies)
		for (const level of severities)
			if (isChosen(taxonomy, one) && isChosen(severity, String(level))) mask |= levelBit(one, level);
	return anyBit([['feedback.levels', mask]]);
}

/** A taxonomy and a severity as one bit of `levels`. */
export function levelBit(taxonomy: Taxonomy, severity: Severity): bigint {
	return 1n << BigInt(taxonomies.indexOf(taxonomy) * severities.length + severity - 1);
}

function isChosen(list: readonly string[], value: string): boolean {
	return list.length === 0 || list.includes(value);
}

function anyBit(masks: readonly (readonly [column: string, mask: bigint])[]): Expression<SqlBool> {
	const asked = masks.filter(([, mask]) => mask > 0n);
	if (asked.length === 0) return sql<SqlBool>`1 = 0`;
	const tests = asked.map(([column, mask]) => sql<SqlBool>`(${sql.ref(column)} & ${sql.lit(mask)}) <> 0`);
	return sql<SqlBool>`(${sql.join(tests, sql` or `)})`;
}
