import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Filter } from '#core/domain/filter.ts';
import { isOfTags, type Axis, type CountRow, type Question, type Split } from '#core/domain/question.ts';
import { taxonomies, type Taxonomy } from '#core/domain/vocabulary.ts';
import { periodColumn } from '../storage/period-column.ts';
import type { QuestionSchema, Source } from '../storage/question-schema.ts';
import { isOfSets, selectTagged } from '../storage/tagged.ts';
import { themesColumn } from '../storage/theme-bits.ts';
import { ofTaxonomyAndSeverity, whereFeedback, whereTag } from '../storage/where-filter.ts';
import { columnOfAxis, keyColumns, noneOfSplit } from './question-rows.ts';

type Key = RawBuilder<string | number | null>;
/** Counts a question with one split: which of its values are the top ones. */
export type Count = (source: Source, question: Question) => Promise<readonly CountRow[]>;

/** The one translation of a question to SQL: its feedback, grouped by its splits as `key0` and `key1`. */
export async function selectSplit(source: Source, question: Question, count: Count) {
	const { filter, splits } = question;
	// Rows are tags where a split is by theme, so that only a second such split needs a join.
	const ofRows = splits.findIndex((split) => 'by' in split && isOfTags(split.by) && split.by !== 'taxonomy');
	const keys = splits.map((split, at) =>
		keyOf(source, split, at === ofRows ? 'feedback.theme' : joined[at as 0 | 1])
	);
	const kept = await Promise.all(
		splits.map(async (split, at) =>
			isOneOf(source, keys[at] as Key, split, await topKeys(source, question, split, count))
		)
	);
	let query = selectRows(source, filter, splits[ofRows])
		.where(whereFeedback(source, filter))
		.where((eb) => eb.and(kept.flat()));
	for (const [at, split] of splits.entries()) {
		if (at === ofRows || !('by' in split) || !isOfTags(split.by)) continue;
		const name = `of_${keyColumns[at as 0 | 1]}` as const;
		const tags = tagsOf(source, filter, split.by);
		query = query.innerJoin(tags.rows.as(name), (join) =>
			join.on(sql<SqlBool>`${sql.ref(`${name}.${tags.by}`)} = ${sql.ref(tags.feedback)}`)
		) as unknown as typeof query;
	}
	return query
		.select(keys.map((key, at) => key.as(keyColumns[at as 0 | 1])))
		.$if(keys.length > 0, (grouped) => grouped.groupBy(keys));
}

const joined = ['of_key0.value', 'of_key1.value'] as const;

function selectRows(source: Source, filter: Filter, ofRows: Split | undefined) {
	const rows = source.db.selectFrom('feedback');
	if (!ofRows || !('by' in ofRows)) return rows;
	const { by } = ofRows;
	return selectTagged(source, filter, by === 'theme' ? null : (by as Taxonomy)).$if(
		by === 'theme' && filter.theme.length > 0,
		(query) => query.where('feedback.theme', 'in', filter.theme)
	) as unknown as typeof rows;
}

export function keyOf(source: Source, split: Split, theme: string): Key {
	if ('grain' in split) return periodColumn(source, split.grain);
	if (isOfTags(split.by)) return sql`${sql.ref(theme)}`;
	return sql`${sql.ref(columnOfAxis(split.by))}`;
}

/** One row per feedback, or per set of themes, and value of a split by tags, and what joins them to their feedback. */
function tagsOf(source: Source, filter: Filter, by: Axis) {
	const { db } = source;
	const ofTaxonomy = taxonomies.find((one) => one === by);
	if (ofTaxonomy && isOfSets(source, filter, ofTaxonomy)) {
		const rows = db
			.selectFrom('themeSet')
			.select(['themeSet.themes', 'themeSet.theme as value'])
			.where('themeSet.taxonomy', '=', sql.lit(ofTaxonomy));
		return { rows, by: 'themes', feedback: themesColumn(ofTaxonomy) };
	}
	const tags = db
		.selectFrom('tag')
		.select(['tag.feedbackId', by === 'taxonomy' ? 'tag.taxonomy as value' : 'tag.theme as value'])
		.where(whereTag(filter))
		.$if(by === 'taxonomy', (query) => query.where(ofTaxonomyAndSeverity(filter)).distinct())
		.$if(by === 'theme' && filter.theme.length > 0, (query) => query.where('tag.theme', 'in', filter.theme))
		.$if(ofTaxonomy !== undefined, (query) => query.where('tag.taxonomy', '=', ofTaxonomy as Taxonomy));
	return { rows: tags, by: 'feedbackId', feedback: 'feedback.id' };
}

/** Null: every value. Of a single split the answer is cut instead, when it is there. */
export async function topKeys(source: Source, { filter, splits, top }: Question, split: Split, count: Count) {
	if (top === undefined || splits.length < 2 || 'grain' in split) return null;
	const rows = await count(source, { filter, splits: [split] });
	return rows.slice(0, top).map(({ keys }) => keys[0] ?? null);
}

export function isOneOf(
	source: Source,
	key: Key,
	split: Split,
	values: readonly (string | null)[] | null
): Expression<SqlBool>[] {
	if (values === null) return [];
	const eb = expressionBuilder<QuestionSchema, 'feedback'>();
	const text = sql`cast(${key} as text)`;
	const stated = values.filter((value) => value !== null);
	const none = source.engine === 'facts' ? sql<SqlBool>`${key} = ${sql.lit(noneOfSplit(split))}` : null;
	return [
		eb.or([
			...(stated.length > 0 ? [sql<SqlBool>`${text} in (${sql.join(stated)})`] : []),
			...(stated.length < values.length ? [none ?? sql<SqlBool>`${key} is null`] : []),
			...(values.length === 0 ? [sql<SqlBool>`1 = 0`] : [])
		])
	];
}
