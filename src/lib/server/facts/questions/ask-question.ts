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
import { countDifferent } from '../count-different.ts';
import { countSets, isBySets } from '../count-sets.ts';
import { inOrder, keyName, keysOfRow } from '../question-rows.ts';
import { ratingsOf } from '../ratings.ts';
import { selectSplit } from '../select-split.ts';

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
	const rows = isBySets(source, question)
		? await countSets(source, question, countQuestion)
		: await (
				await selectSplit(source, question, countQuestion)
			)
				.select(({ fn }) => fn.countAll<number>().as('feedback'))
				.execute();
	return inOrder(
		question,
		rows.map((row) => ({ keys: keysOfRow(source, question, row), feedback: Number(row.feedback) }))
	);
}

/** Three questions: what adds up, severity by severity, and the two that do not. */
async function fullRows(source: Source, question: Question): Promise<readonly AnswerRow[]> {
	const query = await selectSplit(source, question, countQuestion);
	const sums = await query
		.select(({ fn }) => [
			'feedback.severity as level',
			fn.countAll<number>().as('feedback'),
			...ratingsOf(source)
		])
		.groupBy('feedback.severity')
		.execute();
	const whole = sums.reduce((total, { feedback }) => total + Number(feedback), 0);
	const different = { source, question, count: countQuestion, feedback: whole };
	const [borrowers, texts] = await Promise.all([
		countDifferent('borrowers', different),
		countDifferent('texts', different)
	]);
	const rows = new Map<string, MutableRow>();
	if (question.splits.length === 0) rows.set(keyName([]), { ...emptyRow(), keys: [] });
	for (const row of sums) {
		const keys = keysOfRow(source, question, row);
		const name = keyName(keys);
		const known = rows.get(name) ?? { ...emptyRow(), keys };
		rows.set(name, known);
		const feedback = Number(row.feedback);
		known.feedback += feedback;
		known.rated += Number(row.rated ?? 0);
		known.ratingSum += Number(row.ratingSum ?? 0);
		const level = Number(row.level);
		if (level > 0) known.severities[level - 1] = feedback;
		known.borrowers = borrowers.get(name) ?? 0;
		known.texts = texts.get(name) ?? 0;
	}
	return [...rows.values()];
}

type MutableRow = ReturnType<typeof emptyRow> & { readonly keys: CountRow['keys'] };

function emptyRow() {
	const severities: [number, number, number, number] = [0, 0, 0, 0];
	return { feedback: 0, borrowers: 0, texts: 0, rated: 0, ratingSum: 0, severities, exposure: null };
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
			.map((keys) => ({ ...emptyRow(), keys, exposure: at(keys) }))
	];
}
