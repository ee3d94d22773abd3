import { sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { isOfTags, type Question, type Split } from '#core/domain/question.ts';
import { taxonomies, type Taxonomy } from '#core/domain/vocabulary.ts';
import type { QuestionSchema, Source } from '../storage/question-schema.ts';
import { isOfSets } from '../storage/tagged.ts';
import { themesColumn } from '../storage/theme-bits.ts';
import { whereFeedback } from '../storage/where-filter.ts';
import { keyColumns, type KeyedRow } from './question-rows.ts';
import { isOneOf, keyOf, topKeys, type Count } from './select-split.ts';

/** The taxonomy that a split is by, where its sets of themes can be counted. */
function setsOf(source: Source, { filter }: Question, split: Split): Taxonomy | null {
	const of = 'by' in split ? (taxonomies.find((one) => one === split.by) ?? null) : null;
	return of && isOfSets(source, filter, of) ? of : null;
}

export function isBySets(source: Source, question: Question): boolean {
	const { splits } = question;
	const others = splits.filter((split) => setsOf(source, question, split) === null);
	return others.length < splits.length && others.every((split) => !('by' in split && isOfTags(split.by)));
}

/**
 * Counts a question for which {@link isBySets} holds: sets of themes are counted first, and then told apart into their
 * themes. There are far fewer sets than feedback, and feedback with none is not looked at.
 */
export async function countSets(
	source: Source,
	question: Question,
	count: Count
): Promise<readonly (KeyedRow & { readonly feedback: number })[]> {
	const { filter, splits } = question;
	const axes = await Promise.all(
		splits.map(async (split, at) => {
			const name = keyColumns[at as 0 | 1];
			const of = setsOf(source, question, split);
			const column = of ? sql`${sql.ref(themesColumn(of))}` : keyOf(source, split, '');
			const key = of ? sql`${sql.ref(`of_${name}.theme`)}` : sql`${sql.ref(`sets.${name}`)}`;
			const kept = isOneOf(source, key as Key, split, await topKeys(source, question, split, count));
			return { name, of, column: column as Key, key: key as Key, kept };
		})
	);
	const columns = axes.map(({ column }) => column);
	const sets = source.db
		.selectFrom('feedback')
		.select(axes.map(({ name, column }) => column.as(name)))
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where(whereFeedback(source, filter))
		.where((eb) => eb.and(axes.flatMap(({ of, column }) => (of ? [sql<SqlBool>`${column} <> 0`] : []))))
		.groupBy(columns)
		.as('sets');
	let query = source.db.selectFrom(sets) as unknown as Joined;
	for (const { name, of } of axes)
		if (of)
			query = query.innerJoin(`themeSet as of_${name}`, (join) =>
				join
					.on(sql<SqlBool>`${sql.ref(`of_${name}.themes`)} = ${sql.ref(`sets.${name}`)}`)
					.on(sql<SqlBool>`${sql.ref(`of_${name}.taxonomy`)} = ${sql.lit(of)}`)
			) as unknown as Joined;
	const rows = await query
		.where((eb) => eb.and(axes.flatMap(({ kept }) => kept)))
		.select(axes.map(({ name, key }) => key.as(name)))
		.select(({ fn }) => fn.sum<number>('sets.count').as('feedback'))
		.groupBy(axes.map(({ key }) => key))
		.execute();
	return rows as unknown as readonly (KeyedRow & { readonly feedback: number })[];
}

type Key = RawBuilder<string | number | null>;
type Joined = SelectQueryBuilder<QuestionSchema & { sets: { count: number } }, 'sets', object>;
