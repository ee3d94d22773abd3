import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Filter } from '#core/domain/filter.ts';
import { isOfTags, type Axis, type CountRow, type Question, type Split } from '#core/domain/question.ts';
import { periodColumn } from '../storage/period-column.ts';
import type { QuestionSchema, Source } from '../storage/question-schema.ts';
import { dimensionColumns, ofTaxonomyAndSeverity, whereFeedback, whereTag } from '../storage/where-filter.ts';
import { keyColumns } from './question-rows.ts';

type Key = RawBuilder<string | number | null>;
/** Counts a question with one split: which of its values are the top ones. */
type Count = (source: Source, question: Question) => Promise<readonly CountRow[]>;

/** The one translation of a question to SQL: its feedback, grouped by its splits as `key0` and `key1`. */
export async function selectSplit(source: Source, question: Question, count: Count) {
	const { filter, splits } = question;
	const keys = splits.map((split, at) => keyOf(source, split, keyColumns[at as 0 | 1]));
	const kept = await Promise.all(
		splits.map(async (split, at) => isOneOf(keys[at] as Key, await topKeys(source, question, split, count)))
	);
	let query = source.db
		.selectFrom('feedback')
		.where(whereFeedback(source, filter))
		.where((eb) => eb.and(kept.flat()));
	for (const [at, split] of splits.entries()) {
		const tags = 'by' in split ? tagsOf(source, filter, split.by) : null;
		const name = keyColumns[at as 0 | 1];
		if (tags)
			query = query.innerJoin(tags.as(`of_${name}`), (join) =>
				join.on(sql<SqlBool>`${sql.ref(`of_${name}.feedbackId`)} = ${sql.ref('feedback.id')}`)
			) as unknown as typeof query;
	}
	return query
		.select(keys.map((key, at) => key.as(keyColumns[at as 0 | 1])))
		.$if(keys.length > 0, (grouped) => grouped.groupBy(keys));
}

function keyOf(source: Source, split: Split, name: (typeof keyColumns)[number]): Key {
	if ('grain' in split) return periodColumn(source, split.grain);
	if (isOfTags(split.by)) return sql`${sql.ref(`of_${name}.value`)}`;
	return sql`${sql.ref(dimensionColumns[split.by === 'severity' ? 'worst' : split.by])}`;
}

/** One row per feedback and value of a split by its tags; null for other splits. */
function tagsOf({ db }: Source, filter: Filter, by: Axis) {
	if (!isOfTags(by)) return null;
	const tags = db
		.selectFrom('tag')
		.select(['tag.feedbackId', by === 'taxonomy' ? 'tag.taxonomy as value' : 'tag.theme as value'])
		.where(whereTag(filter));
	if (by === 'taxonomy') return tags.where(ofTaxonomyAndSeverity(filter)).distinct();
	if (by === 'theme') return filter.theme.length > 0 ? tags.where('tag.theme', 'in', filter.theme) : tags;
	return tags.where('tag.taxonomy', '=', by);
}

async function topKeys(source: Source, { filter, top }: Question, split: Split, count: Count) {
	if (top === undefined || 'grain' in split) return null;
	const rows = await count(source, { filter, splits: [split] });
	return rows.slice(0, top).map(({ keys }) => keys[0] ?? null);
}

function isOneOf(key: Key, values: readonly (string | null)[] | null): Expression<SqlBool>[] {
	if (values === null) return [];
	const eb = expressionBuilder<QuestionSchema, 'feedback'>();
	const stated = values.filter((value) => value !== null);
	const text = sql`cast(${key} as text)`;
	return [
		eb.or([
			...(stated.length > 0 ? [sql<SqlBool>`${text} in (${sql.join(stated)})`] : []),
			...(stated.length < values.length ? [sql<SqlBool>`${key} is null`] : []),
			...(values.length === 0 ? [sql<SqlBool>`1 = 0`] : [])
		])
	];
}
