import { listValue, type DuckDBConnection } from '@duckdb/node-api';
import { periodKey } from '#core/domain/period.ts';
import type { Store } from '../storage/connect.ts';
import { readForFacts, readTagsForFacts, type IdRange, type RawRow } from '../storage/facts-source.ts';
import { bitsOfTags } from '../storage/theme-bits.ts';
import { stageRows, unstaged } from './stage-rows.ts';
import { copiedColumns, typeSql, type FactColumn, type FactTable } from './tables.ts';

/** Copies feedback with its tags, or exposure, of an id range into facts that do not have it yet. */
export async function copyRange(
	writer: DuckDBConnection,
	store: Store,
	entity: 'feedback' | 'exposure',
	range: IdRange
): Promise<void> {
	for await (const page of readForFacts(store, entity, namesOf(entity), range)) {
		await stage(writer, entity, page.rows);
		await addDays(writer, page.rows, entity === 'feedback' ? 'received_on' : 'day');
		if (entity === 'feedback') {
			await stage(writer, 'tag', await readTagsForFacts(store, namesOf('tag'), page.range));
			await insertFeedback(writer);
		} else
			await writer.run(
				`insert into exposure by name select p.*, ${periodsOf('c')} from page_exposure p left join calendar c on c.day = p.day`
			);
	}
}

export function namesOf(table: FactTable): readonly string[] {
	return copiedColumns(table).map(({ name }) => name);
}

/** The rows as the temporary table `page_<table>`. */
async function stage(writer: DuckDBConnection, table: FactTable, rows: readonly RawRow[]): Promise<void> {
	const columns = copiedColumns(table);
	const texts = await stageRows(writer, table, columns, rows);
	await writer.run(`set variable texts = $1`, [listValue(texts.length > 0 ? texts : [''])]);
	const typed = columns
		.map((column) => unstaged(column, 's', 'texts'))
		.map((one, at) => cast(one, columns[at]));
	await writer.run(
		`create or replace temp table page_${table} as select ${typed.join(', ')} from stage_${table} s`
	);
}

function cast(unstagedColumn: string, column: FactColumn | undefined): string {
	if (!column?.words) return unstagedColumn;
	return unstagedColumn.replace(/ as (\w+)$/, `::${typeSql(column)} as $1`);
}

async function insertFeedback(writer: DuckDBConnection): Promise<void> {
	await writer.run(`insert into theme_bit
		select theme, (select coalesce(max(bit), -1) from theme_bit) + row_number() over (order by theme)
		from (select distinct theme from page_tag) where theme not in (select theme from theme_bit)`);
	await writer.run(`create or replace temp table page_bits as
		select feedback_id, ${bitsOfTags} from page_tag join theme_bit using (theme) where is_counted = 1 group by feedback_id`);
	await writer.run(`create or replace temp table page_whole as
		select p.*, p.received_on as day, ${periodsOf('c')},
			coalesce(b.themes0, 0) as themes0, coalesce(b.themes1, 0) as themes1, coalesce(b.levels, 0) as levels
		from page_feedback p
		left join calendar c on c.day = p.received_on
		left join page_bits b on b.feedback_id = p.id`);
	await writer.run('insert into feedback by name select * from page_whole order by id');
	await writer.run('insert into tag by name select * from page_tag');
	await writer.run(`insert into tagged by name
		select f.*, t.theme, t.taxonomy, t.severity as tag_severity, t.polarity, t.status, t.is_counted
		from page_tag t join page_whole f on f.id = t.feedback_id order by f.id, t.theme`);
}

const periodNames = ['week', 'month', 'quarter', 'year', 'day_number'] as const;

function periodsOf(calendar: string): string {
	return periodNames.map((name) => `${calendar}.${name}`).join(', ');
}

const msOfDay = 86_400_000;

/** Days that the calendar does not have yet, with the keys of their periods. */
async function addDays(writer: DuckDBConnection, rows: readonly RawRow[], column: string): Promise<void> {
	const days = new Set(rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : [])));
	const known = await writer.runAndReadAll('select day from calendar');
	for (const [day] of known.getRows()) days.delete(String(day));
	const appender = await writer.createAppender('calendar');
	for (const day of days) {
		const keys = (['week', 'month', 'quarter', 'year'] as const).map((grain) => periodKey(day, grain));
		for (const text of [day, ...keys]) appender.appendVarchar(text);
		appender.appendInteger(Date.parse(`${day}T00:00:00Z`) / msOfDay);
		appender.endRow();
	}
	appender.flushSync();
	appender.closeSync();
}
