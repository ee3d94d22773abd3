import { sql, type SelectQueryBuilder, type SqlBool } from 'kysely';
import type { Filter } from '#core/domain/filter.ts';
import { taxonomies, type Taxonomy } from '#core/domain/vocabulary.ts';
import type { Source, TaggedRow } from './question-schema.ts';
import { hasThemeSets, themesColumn } from './theme-bits.ts';
import { whereTag } from './where-filter.ts';

type Tagged = SelectQueryBuilder<{ feedback: TaggedRow }, 'feedback', object>;

/** Can the themes of a taxonomy be told by the sets that the facts hold? They hold counted themes alone. */
export function isOfSets(source: Source, { polarity, status }: Filter, of: Taxonomy | null): boolean {
	return polarity.length + status.length === 0 && chosen(of).every((one) => hasThemeSets(source, one));
}

/**
 * One row per tag that the filter looks at, of a taxonomy or of all, with all of its feedback, under the name `feedback`: a
 * filter by feedback fits it as it is.
 */
export function selectTagged(source: Source, filter: Filter, of: Taxonomy | null): Tagged {
	const { db } = source;
	if (!isOfSets(source, filter, of))
		return db.selectFrom((eb) =>
			eb
				.selectFrom('feedback')
				.innerJoin('tag', 'tag.feedbackId', 'feedback.id')
				.selectAll('feedback')
				.select(['tag.theme', 'tag.taxonomy'])
				.where(whereTag(filter))
				.$if(of !== null, (query) => query.where('tag.taxonomy', '=', of as Taxonomy))
				.as('feedback')
		) as unknown as Tagged;
	const [first, ...rest] = chosen(of).map((taxonomy) =>
		db
			.selectFrom('feedback')
			.innerJoin('themeSet', (join) =>
				join
					.on(sql<SqlBool>`${sql.ref('themeSet.themes')} = ${sql.ref(themesColumn(taxonomy))}`)
					.on('themeSet.taxonomy', '=', sql.lit(taxonomy))
			)
			.selectAll('feedback')
			.select(['themeSet.theme', 'themeSet.taxonomy'])
	);
	const all = rest.reduce((union, one) => union.unionAll(one), first as NonNullable<typeof first>);
	return db.selectFrom(all.as('feedback')) as unknown as Tagged;
}

function chosen(of: Taxonomy | null): readonly Taxonomy[] {
	return of === null ? taxonomies : [of];
}
