import { dimensions, listFields, type Dimension, type Filter, type ListField } from '#core/domain/filter.ts';
import { periodKey } from '#core/domain/period.ts';
import { isOfTags, type AnswerRow, type CountRow, type Question, type Split } from '#core/domain/question.ts';
import type { Store } from '#server/storage/connect.ts';
import type { FeedbackDimensions, TagDimensions } from '#server/storage/schema.ts';

/** A feedback with its tags, as it lies in the store. */
export type Item = FeedbackDimensions & { readonly id: number; readonly tags: readonly TagDimensions[] };

export async function readItems({ db }: Store): Promise<readonly Item[]> {
	const [feedback, tags] = await Promise.all([
		db.selectFrom('feedback').selectAll().execute(),
		db.selectFrom('tag').selectAll().execute()
	]);
	const tagsOf = Map.groupBy(tags, ({ feedbackId }) => feedbackId);
	return feedback.map((row) => ({ ...row, tags: tagsOf.get(row.id) ?? [] }));
}

/** What a question must answer, counted one by one and without any SQL; no exposure. */
export function countNaively(items: readonly Item[], question: Question): readonly AnswerRow[] {
	const groups = new Map<string, { keys: CountRow['keys']; items: Item[] }>();
	for (const item of items.filter((one) => fits(one, question.filter)))
		for (const keys of combine(question.splits.map((split) => keysOf(item, question.filter, split)))) {
			const name = JSON.stringify(keys);
			const group = groups.get(name) ?? { keys, items: [] };
			group.items.push(item);
			groups.set(name, group);
		}
	if (question.splits.length === 0 && groups.size === 0) groups.set('', { keys: [], items: [] });
	return [...groups.values()].map(({ keys, items: counted }) => {
		const rated = counted.flatMap(({ rating }) => (rating === null ? [] : [rating]));
		const ofSeverity = (severity: number) => counted.filter((item) => item.severity === severity).length;
		return {
			keys,
			feedback: counted.length,
			borrowers: new Set(counted.map(({ borrowerId }) => borrowerId).filter((id) => id !== null)).size,
			texts: new Set(counted.map(({ id, templateId }) => templateId ?? id)).size,
			rated: rated.length,
			ratingSum: rated.reduce((sum, rating) => sum + rating, 0),
			severities: [ofSeverity(1), ofSeverity(2), ofSeverity(3), ofSeverity(4)],
			exposure: null
		};
	});
}

function combine(lists: readonly (readonly (string | null)[])[]): readonly (string | null)[][] {
	return lists.reduce<(string | null)[][]>(
		(rows, list) => rows.flatMap((row) => list.map((key) => [...row, key])),
		[[]]
	);
}

function lookedAt({ tags }: Item, { polarity, status }: Filter): readonly TagDimensions[] {
	if (polarity.length === 0 && status.length === 0) return tags.filter(({ isCounted }) => isCounted === 1);
	return tags.filter(
		(tag) =>
			(polarity.length === 0 || polarity.includes(tag.polarity)) &&
			(status.length === 0 || status.includes(tag.status))
	);
}

const isIn = (list: readonly string[], value: string | number) =>
	list.length === 0 || list.includes(String(value));

function keysOf(item: Item, filter: Filter, split: Split): readonly (string | null)[] {
	if ('grain' in split) return [item.receivedOn && periodKey(item.receivedOn, split.grain)];
	const { by } = split;
	if (!isOfTags(by)) {
		const value = valueOf(item, by === 'severity' ? 'worst' : by);
		return [value === null ? null : String(value)];
	}
	const tags = lookedAt(item, filter);
	if (by === 'taxonomy') {
		const fitting = tags.filter(
			(tag) => isIn(filter.taxonomy, tag.taxonomy) && isIn(filter.severity, tag.severity)
		);
		return [...new Set(fitting.map(({ taxonomy }) => taxonomy))];
	}
	return tags
		.filter(({ theme, taxonomy }) => (by === 'theme' ? isIn(filter.theme, theme) : taxonomy === by))
		.map(({ theme }) => theme);
}

function valueOf(item: Item, dimension: Dimension): string | number | null {
	if (dimension === 'agency') return item.agencyId;
	if (dimension === 'team') return item.teamId;
	if (dimension === 'agent') return item.agentId;
	if (dimension === 'import') return item.importId;
	if (dimension === 'template') return item.templateId;
	return item[dimension === 'worst' ? 'severity' : dimension];
}

function fits(item: Item, filter: Filter): boolean {
	const { period, complaint, origin } = filter;
	const day = item.receivedOn;
	if (period === 'undated' && day !== null) return false;
	if (period && period !== 'undated' && !(day !== null && day >= period.from && day < period.to))
		return false;
	if (complaint && (item.isComplaint === 1) !== (complaint === 'yes')) return false;
	if (origin && origin !== 'all' && item.origin !== origin) return false;
	if (!fitsLists(item, filter)) return false;
	return listFields.every((field) => !isListed(item, filter, field));
}

function isListed(item: Item, { not }: Filter, field: ListField): boolean {
	const values = not[field];
	if (!values) return false;
	const nothingElse = Object.fromEntries(listFields.map((one) => [one, []]));
	return fitsLists(item, { ...nothingElse, allThemes: [], [field]: values } as unknown as Filter);
}

function fitsLists(item: Item, filter: Filter): boolean {
	if (!dimensions.every((dimension) => isIn(filter[dimension], valueOf(item, dimension) ?? 'none')))
		return false;
	const tags = lookedAt(item, filter);
	const { theme, allThemes, taxonomy, severity, polarity, status } = filter;
	const has = (test: (tag: TagDimensions) => boolean) => tags.some(test);
	if (theme.length > 0 && !has((tag) => theme.includes(tag.theme))) return false;
	if (!allThemes.every((one) => has((tag) => tag.theme === one))) return false;
	if (
		taxonomy.length + severity.length > 0 &&
		!has((tag) => isIn(taxonomy, tag.taxonomy) && isIn(severity, tag.severity))
	)
		return false;
	return polarity.length + status.length === 0 || tags.length > 0;
}
