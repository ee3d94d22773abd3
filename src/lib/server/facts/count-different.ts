import { isStated } from '../storage/not-stated.ts';
import type { Question } from '#core/domain/question.ts';
import type { Source } from '../storage/question-schema.ts';
import { keyColumns, keyName, keysOfRow, type KeyedRow } from './question-rows.ts';
import { selectSplit, type Count } from './select-split.ts';

const columns = { borrowers: 'feedback.borrowerId', texts: 'feedback.templateId' } as const;

/** A place for every id there is takes longer to clear than a few ids to look up. */
const fewestForDense = 500_000;

/**
 * How many different ones there are of each row of a question, by the names of their keys: borrowers, of the feedback that
 * has a borrower reference, or texts, where copies of one template are one. Grouping first and counting the groups is
 * faster than a distinct count.
 */
export async function countDifferent(
	what: keyof typeof columns,
	asked: {
		readonly source: Source;
		readonly question: Question;
		readonly count: Count;
		/** How much feedback it is of. */
		readonly feedback: number;
	}
): Promise<ReadonlyMap<string, number>> {
	const { question, count, feedback } = asked;
	const isDense = asked.source.dense && feedback >= fewestForDense;
	const source = isDense ? { ...asked.source, db: asked.source.dense } : asked.source;
	const column = columns[what];
	const different = (await selectSplit(source, question, count))
		.select(`${column} as different`)
		.where(isStated(source, column))
		.groupBy(column)
		.as('different');
	const keys = keyColumns.slice(0, question.splits.length);
	const rows = await source.db
		.selectFrom(different)
		.select(keys as never[])
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.$if(keys.length > 0, (query) => query.groupBy(keys as never[]))
		.execute();
	return new Map(
		rows.map((row) => [keyName(keysOfRow(source, question, row as KeyedRow)), Number(row.count)])
	);
}
