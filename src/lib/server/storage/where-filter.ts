import { expressionBuilder, sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Scope } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import {
	dimensions,
	emptyFilter,
	exposureDimensions,
	listFields,
	type Dimension,
	type ExposureDimension,
	type Filter
} from '#core/domain/filter.ts';
import type { Period } from '#core/domain/period.ts';
import type { Polarity, TagStatus } from '#core/domain/tag.ts';
import type { Taxonomy } from '#core/domain/vocabulary.ts';
import type { QuestionSchema, Source } from './question-schema.ts';
import { matchOf, whereFound } from './search-match.ts';
import { hasLevelBit, hasThemeBit } from './theme-bits.ts';
import { isNotStated, noneOf, undatedDay } from './not-stated.ts';

type FeedbackBuilder = ExpressionBuilder<QuestionSchema, 'feedback'>;

export const dimensionColumns = {
	kind: 'feedback.kind',
	agency: 'feedback.agencyId',
	team: 'feedback.teamId',
	agent: 'feedback.agentId',
	channel: 'feedback.channel',
	source: 'feedback.source',
	product: 'feedback.product',
	stage: 'feedback.stage',
	region: 'feedback.region',
	language: 'feedback.language',
	rating: 'feedback.rating',
	attribution: 'feedback.attribution',
	urgency: 'feedback.urgency',
	worst: 'feedback.severity',
	import: 'feedback.importId',
	template: 'feedback.templateId'
} as const satisfies Record<Dimension, string>;

const numeric: readonly Dimension[] = ['rating', 'worst', 'import', 'template'];

/**
 * The one translation of a {@link Filter} to SQL over `feedback`, the same for facts and store, with the asker's
 * scope in it. Throws `bad-input` when words are asked of facts that do not know what the store finds for them.
 */
export function whereFeedback(source: Source, filter: Filter): Expression<SqlBool> {
	const eb = expressionBuilder<QuestionSchema, 'feedback'>();
	return eb.and([
		...inScope(eb, source.scope, ['feedback.agencyId', 'feedback.teamId']),
		...inPeriod(source, eb, filter),
		...inOrigin(filter).map((origin) => eb('feedback.origin', '=', origin)),
		...(filter.complaint ? [eb('feedback.isComplaint', '=', filter.complaint === 'yes' ? 1 : 0)] : []),
		...inLists(source, eb, filter),
		...isLeftOut(source, eb, filter),
		...hasWords(eb, source, filter)
	]);
}

function inLists(source: Source, eb: FeedbackBuilder, filter: Filter): Expression<SqlBool>[] {
	return [
		...dimensions.flatMap((dimension) => inDimension(source, dimension, filter[dimension])),
		...hasTag(source, eb, filter)
	];
}

/** What is not stated fits no list, so it stays. */
function isLeftOut(source: Source, eb: FeedbackBuilder, { not }: Filter): Expression<SqlBool>[] {
	return listFields
		.flatMap((field) => inLists(source, eb, { ...emptyFilter, [field]: not[field] ?? [] }))
		.map((listed) =>
			source.engine === 'facts' ? sql<SqlBool>`not (${listed})` : sql<SqlBool>`(${listed}) is not true`
		);
}

export const exposureColumns = {
	agency: 'exposure.agencyId',
	team: 'exposure.teamId',
	agent: 'exposure.agentId',
	channel: 'exposure.channel',
	stage: 'exposure.stage',
	product: 'exposure.product'
} as const satisfies Record<ExposureDimension, string>;

/** The same filter over `exposure`, as far as exposure knows it: period, origin, who, channel, stage, product. */
export function whereExposure(source: Source, filter: Filter): Expression<SqlBool> {
	const { period } = filter;
	const eb = expressionBuilder<QuestionSchema, 'exposure'>();
	return eb.and([
		...inScope(eb, source.scope, ['exposure.agencyId', 'exposure.teamId']),
		...(period === 'undated' ? [sql<SqlBool>`1 = 0`] : []),
		...(period && period !== 'undated'
			? source.themePlaces
				? inDays('exposure', period)
				: [eb('exposure.day', '>=', period.from), eb('exposure.day', '<', period.to)]
			: []),
		...inOrigin(filter).map((origin) => eb('exposure.origin', '=', origin)),
		...exposureDimensions.flatMap((dimension) => {
			const column = exposureColumns[dimension];
			const out = filter.not[dimension] ?? [];
			return [
				...(filter[dimension].length > 0 ? [eb(column, 'in', filter[dimension].map(emptyForNone))] : []),
				...(out.length > 0 ? [eb(column, 'not in', out.map(emptyForNone))] : [])
			];
		})
	]);
}

/** Exposure known by team only has an empty agent, where feedback has null. */
function emptyForNone(value: string): string {
	return value === 'none' ? '' : value;
}

type ScopeColumns<Table extends 'feedback' | 'exposure'> = readonly [`${Table}.agencyId`, `${Table}.teamId`];

function inScope<Table extends 'feedback' | 'exposure'>(
	eb: ExpressionBuilder<QuestionSchema, Table>,
	scope: Scope | null,
	[agency, team]: ScopeColumns<Table>
): Expression<SqlBool>[] {
	if (!scope) return [];
	const within = (column: string, ids: readonly string[]) =>
		ids.length > 0 ? [sql<SqlBool>`${sql.ref(column)} in (${sql.join(ids)})`] : [];
	const any = [...within(agency, scope.agencyIds), ...within(team, scope.teamIds)];
	return [any.length > 0 ? eb.or(any) : sql<SqlBool>`1 = 0`];
}

function inPeriod(source: Source, eb: FeedbackBuilder, { period }: Filter): Expression<SqlBool>[] {
	if (!period) return [];
	if (period === 'undated')
		return [
			source.themePlaces
				? sql`${sql.ref('feedback.dayNumber')} = ${sql.lit(undatedDay)}`
				: isNotStated(source, 'feedback.receivedOn')
		];
	if (source.themePlaces) return inDays('feedback', period);
	return [eb('feedback.receivedOn', '>=', period.from), eb('feedback.receivedOn', '<', period.to)];
}

/** Facts hold the days since 1970 too: numbers are compared eight times faster than texts. */
function inDays(table: 'feedback' | 'exposure', { from, to }: Period): Expression<SqlBool>[] {
	const number = sql.ref(`${table}.dayNumber`);
	const [first, end] = [dayNumber(from), dayNumber(to)];
	return [
		sql`${number} >= ${sql.lit(first)}`,
		sql`${number} < ${sql.lit(end)}`,
		...(first <= undatedDay && undatedDay < end ? [sql<SqlBool>`${number} <> ${sql.lit(undatedDay)}`] : [])
	];
}

function dayNumber(day: string): number {
	return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function inOrigin({ origin }: Filter): ('imported' | 'simulated')[] {
	return origin && origin !== 'all' ? [origin] : [];
}

function inDimension(source: Source, dimension: Dimension, values: readonly string[]): Expression<SqlBool>[] {
	if (values.length === 0) return [];
	const column = dimensionColumns[dimension];
	const canLack = isNullable(dimension);
	const none = source.engine === 'facts' && canLack ? noneOf(column) : null;
	const stated = values.filter((value) => value !== 'none' || !canLack);
	const typed = (numeric.includes(dimension) ? stated.map(Number).filter(Number.isFinite) : stated).filter(
		(value) => value !== none
	);
	const any = [
		...(typed.length > 0 ? [sql<SqlBool>`${sql.ref(column)} in (${sql.join(typed)})`] : []),
		...(canLack && values.includes('none') ? [isNotStated(source, column)] : [])
	];
	return [any.length > 0 ? sql<SqlBool>`(${sql.join(any, sql` or `)})` : sql<SqlBool>`1 = 0`];
}

/** Attribution and language have a `none` of their own. */
function isNullable(dimension: Dimension): boolean {
	return dimension !== 'attribution' && dimension !== 'language';
}

function hasTag(source: Source, eb: FeedbackBuilder, filter: Filter): Expression<SqlBool>[] {
	const { theme, allThemes, taxonomy, severity, polarity, status } = filter;
	const hasReview = polarity.length + status.length > 0;
	const bits = hasReview ? { ...source, themePlaces: undefined } : source;
	const tags = eb.selectFrom('tag').select('tag.feedbackId').where(whereTag(filter));
	const isOfOne = taxonomy.length + severity.length > 0;
	const isAnyAsked = theme.length + allThemes.length > 0 || isOfOne;
	const within = (asked: Expression<{ feedbackId: number }>) => eb('feedback.id', 'in', asked as never);
	// A taxonomy has so many tags that SQLite is faster looking at those of each feedback than listing them all first.
	const hasOne = (asked: typeof tags) =>
		source.engine === 'store'
			? eb.exists(asked.where(sql<SqlBool>`tag.feedback_id = feedback.id`))
			: within(asked);
	return [
		...(theme.length > 0 ? [hasThemeBit(bits, theme) ?? within(tags.where('tag.theme', 'in', theme))] : []),
		...allThemes.map((one) => hasThemeBit(bits, [one]) ?? within(tags.where('tag.theme', '=', one))),
		...(isOfOne
			? [hasLevelBit(bits, taxonomy, severity) ?? hasOne(tags.where(ofTaxonomyAndSeverity(filter)))]
			: []),
		...(!isAnyAsked && hasReview ? [within(tags)] : [])
	];
}

/** The tags that a filter looks at: see {@link Filter}. */
export function whereTag({ polarity, status }: Filter): Expression<SqlBool> {
	const eb = expressionBuilder<QuestionSchema, 'tag'>();
	if (polarity.length + status.length === 0) return eb('tag.isCounted', '=', 1);
	return eb.and([
		...(polarity.length > 0 ? [eb('tag.polarity', 'in', polarity as Polarity[])] : []),
		...(status.length > 0 ? [eb('tag.status', 'in', status as TagStatus[])] : [])
	]);
}

/** One tag that fits both, as far as they are chosen. */
export function ofTaxonomyAndSeverity({ taxonomy, severity }: Filter): Expression<SqlBool> {
	const eb = expressionBuilder<QuestionSchema, 'tag'>();
	return eb.and([
		...(taxonomy.length > 0 ? [eb('tag.taxonomy', 'in', taxonomy as Taxonomy[])] : []),
		...(severity.length > 0 ? [eb('tag.severity', 'in', severity.map(toNumber))] : [])
	]);
}

/** Text that is no number asks for a severity that no tag has. */
function toNumber(text: string): number {
	const number = Number(text);
	return Number.isInteger(number) ? number : -1;
}

function hasWords(
	eb: FeedbackBuilder,
	{ db, engine, found }: Source,
	{ text }: Filter
): Expression<SqlBool>[] {
	if (text === '') return [];
	const id = eb.ref('feedback.id');
	if (engine === 'store') {
		const match = matchOf(db, text);
		return match === null ? [] : [whereFound(id, match)];
	}
	if (found?.text !== text)
		throw new EarshotError('bad-input', 'This page cannot search for words. Search on the Feedback page.');
	if (found.texts === null) return [];
	const ids = sql`(select unnest(${`[${found.texts.ids.join(',')}]`}::bigint[]))`;
	return [found.texts.isNegated ? sql`${id} not in ${ids}` : sql`${id} in ${ids}`];
}
