import {
	expressionBuilder,
	sql,
	type Expression,
	type RawBuilder,
	type SelectQueryBuilder,
	type SqlBool
} from 'kysely';
import type { Filter } from '#core/domain/filter.ts';
import { isOfTags, type Axis, type CountRow, type Question, type Split } from '#core/domain/question.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import { periodColumn } from '../storage/period-column.ts';
import type { QuestionSchema, Source } from '../storage/question-schema.ts';
import { selectTagged } from '../storage/tagged.ts';
import { dimensionColumns, ofTaxonomyAndSeverity, whereFeedback, whereTag } from '../storage/where-filter.ts';
import { keyColumns } from './question-rows.ts';

type Key = RawBuilder<string | number | null>;
/** Counts a question with one split: which of its values are the top ones. */
type Count = (source: Source, question: Question) => Promise<readonly CountRow[]>;

/** The one translation of a question to SQL: its feedback, grouped by its splits as `key0` and `key1`. */
export async function selectSplit(source: Source, question: Question, count: Count) {
	const { filter, splits } = question;
	// Rows are tags where a split is by theme, so that only a second such split needs a join.
	const ofRows = splits.findIndex((split) => 'by' in split && isOfTags(split.by) && split.by !== 'taxonomy');
	const keys = splits.map((split, at) =>
		keyOf(source, split, at === ofRows ? 'feedback.theme' : joined[at as 0 | 1])
	);
	const kept = await Promise.all(
		splits.map(async (split, at) => isOneOf(keys[at] as Key, await topKeys(source, question, split, count)))
	);
	let query = selectRows(source, filter, splits[ofRows])
		.where(whereFeedback(source, filter))
		.where((eb) => eb.and(kept.flat()));
	for (const [at, split] of splits.entries()) {
		const tags = at !== ofRows && 'by' in split ? tagsOf(source, filter, split.by) : null;
		const name = `of_${keyColumns[at as 0 | 1]}` as const;
		if (tags)
			query = query.innerJoin(tags.as(name), (join) =>
				join.on(sql<SqlBool>`${sql.ref(`${name}.feedbackId`)} = ${sql.ref('feedback.id')}`)
			) as unknown as typeof query;
	}
	return query
		.select(keys.map((key, at) => key.as(keyColumns[at as 0 | 1])))
		.$if(keys.length > 0, (grouped) => grouped.groupBy(keys));
}

const joined = ['of_key0.value', 'of_key1.value'] as const;

function selectRows(source: Source, filter: Filter, ofRows: Split | undefined) {
	if (!ofRows || !('by' in ofRows)) return source.db.selectFrom('feedback');
	const { by } = ofRows;
	const tagged = selectTagged(source)
		.where(whereTag(filter, 'feedback'))
		.$if(by !== 'theme', (query) => query.where('feedback.taxonomy', '=', by as Taxonomy))
		.$if(by === 'theme' && filter.theme.length > 0, (query) =>
			query.where('feedback.theme', 'in', filter.theme)
		);
	return tagged as unknown as SelectQueryBuilder<QuestionSchema, 'feedback', object>;
}

function keyOf(source: Source, split: Split, theme: string): Key {
	if ('grain' in split) return periodColumn(source, split.grain);
	if (isOfTags(split.by)) return sql`${sql.ref(theme)}`;
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

/** Null: every value. Of a single split the answer is cut instead, when it is there. */
async function topKeys(source: Source, { filter, splits, top }: Question, split: Split, count: Count) {
	if (top === undefined || splits.length < 2 || 'grain' in split) return null;
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
