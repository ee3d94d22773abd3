import { sql } from 'kysely';
import { hasExposureMatch } from '#core/domain/filter.ts';
import {
	checkQuestion,
	hidesExposure,
	type Answer,
	type AnswerRow,
	type CountRow,
	type Question
} from '#core/domain/question.ts';
import type { Source } from '../../storage/question-schema.ts';
import { askExposure, type ExposureByKeys } from '../exposure-of-question.ts';
import { inOrder, keyName, keysOfRow } from '../question-rows.ts';
import { selectSplit } from '../select-split.ts';

const severities = [1, 2, 3, 4] as const;

/** Answers a question in full. {@link countQuestion} is faster where only the feedback is counted. */
export async function askQuestion(source: Source, question: Question): Promise<Answer> {
	checkQuestion(question);
	const { filter, splits } = question;
	const hasExposure = hasExposureMatch(filter) && !splits.some(hidesExposure);
	const [rows, exposure] = await Promise.all([
		fullRows(source, question),
		hasExposure ? askExposure(source, question) : null
	]);
	return {
		rows: inOrder(question, exposure ? withExposure(question, rows, exposure) : rows),
		missing: hasExposure ? null : 'no-match'
	};
}

/** The same answer without distinct counts, ratings and exposure. */
export async function countQuestion(source: Source, question: Question): Promise<readonly CountRow[]> {
	checkQuestion(question);
	const query = await selectSplit(source, question, countQuestion);
	const rows = await query.select(({ fn }) => fn.countAll<number>().as('feedback')).execute();
	return inOrder(
		question,
		rows.map((row) => ({ keys: keysOfRow(question, row), feedback: Number(row.feedback) }))
	);
}

async function fullRows(source: Source, question: Question): Promise<readonly AnswerRow[]> {
	const query = await selectSplit(source, question, countQuestion);
	const rows = await query
		.select(({ fn, ref }) => [
			fn.countAll<number>().as('feedback'),
			fn.count<number>('feedback.borrowerId').distinct().as('borrowers'),
			sql<number>`count(distinct coalesce(${ref('feedback.templateId')}, ${ref('feedback.id')}))`.as('texts'),
			fn.count<number>('feedback.rating').as('rated'),
			fn.sum<number | null>('feedback.rating').as('ratingSum'),
			...severities.map((severity) =>
				sql<
					number | null
				>`sum(case when ${ref('feedback.severity')} = ${sql.lit(severity)} then 1 else 0 end)`.as(
					`severity${severity}`
				)
			)
		])
		.execute();
	return rows.map((row) => ({
		keys: keysOfRow(question, row),
		feedback: Number(row.feedback),
		borrowers: Number(row.borrowers),
		texts: Number(row.texts),
		rated: Number(row.rated),
		ratingSum: Number(row.ratingSum ?? 0),
		severities: [
			Number(row.severity1 ?? 0),
			Number(row.severity2 ?? 0),
			Number(row.severity3 ?? 0),
			Number(row.severity4 ?? 0)
		],
		exposure: null
	}));
}

/** Units that worked and got no feedback have a row too, where every split is one that exposure has. */
function withExposure(
	question: Question,
	rows: readonly AnswerRow[],
	{ at, silent }: ExposureByKeys
): readonly AnswerRow[] {
	const known = new Set(rows.map(({ keys }) => keyName(keys)));
	return [
		...rows.map((row) => ({ ...row, exposure: at(row.keys) })),
		...(question.top === undefined ? silent : [])
			.filter((keys) => !known.has(keyName(keys)))
			.map((keys) => ({ ...noFeedback, keys, exposure: at(keys) }))
	];
}

const noFeedback: Omit<AnswerRow, 'keys'> = {
	feedback: 0,
	borrowers: 0,
	texts: 0,
	rated: 0,
	ratingSum: 0,
	severities: [0, 0, 0, 0],
	exposure: null
};
