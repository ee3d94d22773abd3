import { listValue, type DuckDBConnection } from '@duckdb/node-api';
import { periodKey } from '#core/domain/period.ts';
import type { Store } from '../storage/connect.ts';
import { readForFacts, readTagsForFacts, type IdRange, type RawRow } from '../storage/facts-source.ts';
import { taxonomies } from '#core/domain/vocabulary.ts';
import { noRating, noText } from '../storage/not-stated.ts';
import { bitsOfTags, setsOfThemes, themesName } from '../storage/theme-bits.ts';
import { stageRows, unstaged } from './stage-rows.ts';
import { copiedColumns, openWordColumns, typeSql, type FactTable } from './tables.ts';

/** Copies feedback with its tags, or exposure, of an id range into facts that do not have it yet. */
export async function copyRange(
	writer: DuckDBConnection,
	store: Store,
	entity: 'feedback' | 'exposure',
	range: IdRange
): Promise<void> {
	for await (const page of readForFacts(store, entity, namesOf(entity), range)) {
		await addDays(writer, page.rows, entity === 'feedback' ? 'received_on' : 'day');
		await addWords(writer, entity, page.rows);
		if (entity === 'feedback') {
			await stage(writer, entity, page.rows);
			await stage(writer, 'tag', await readTagsForFacts(store, namesOf('tag'), page.range));
			await insertFeedback(writer);
		} else {
			await stage(writer, entity, page.rows);
			await writer.run(
				`insert into exposure by name select p.*, ${periodsOf('c')} from page_exposure p join calendar c on c.day = p.day`
			);
		}
	}
}

export function namesOf(table: FactTable): readonly string[] {
	return copiedColumns(table).map(({ name }) => name);
}

/** The rows as the temporary view `page_<table>`. */
async function stage(writer: DuckDBConnection, table: FactTable, rows: readonly RawRow[]): Promise<void> {
	const columns = copiedColumns(table);
	const texts = await stageRows(writer, table, columns, rows);
	await writer.run(`set variable texts_${table} = $1`, [listValue(texts.length > 0 ? texts : [''])]);
	const typed = columns.map((column) => unstaged(column, 's', `texts_${table}`));
	await writer.run(
		`create or replace temp view page_${table} as select ${typed.join(', ')} from stage_${table} s`
	);
}

async function insertFeedback(writer: DuckDBConnection): Promise<void> {
	await writer.run(`insert into theme_place
		select taxonomy, theme, coalesce(last, -1) + row_number() over (partition by taxonomy order by theme)
		from (select distinct taxonomy, theme from page_tag) t
		left join (select taxonomy, max(bit) as last from theme_place group by taxonomy) p using (taxonomy)
		where not exists (select 1 from theme_place k where k.taxonomy = t.taxonomy and k.theme = t.theme)`);
	await writer.run(`create or replace temp table page_bits as
		select feedback_id, ${bitsOfTags} from page_tag join theme_place using (taxonomy, theme)
		where is_counted = 1 group by feedback_id`);
	await writer.run(`insert into theme_set ${setsOfThemes('page_bits')}`);
	const bits = [...taxonomies.map(themesName), 'levels'];
	await writer.run(`insert into feedback by name
		select p.*, p.received_on as day, ${periodsOf('c')}, (p.rating <> ${noRating})::utinyint as rated,
			${bits.map((name) => `coalesce(b.${name}, 0) as ${name}`).join(', ')}
		from page_feedback p
		join calendar c on c.day = p.received_on
		left join page_bits b on b.feedback_id = p.id`);
	await writer.run('insert into tag by name select * from page_tag');
}

/** Lengthens the lists of open columns by the words of rows to come; DuckDB writes such a column anew. */
async function addWords(
	writer: DuckDBConnection,
	table: 'feedback' | 'exposure',
	rows: readonly RawRow[]
): Promise<void> {
	const read = await writer.runAndReadAll('select field, word from open_word');
	const known = Map.groupBy(read.getRows(), ([field]) => String(field));
	for (const column of openWordColumns(table)) {
		const { name } = column;
		const field = `${table}.${name}`;
		const words = new Set(known.get(field)?.map(([, word]) => String(word)));
		const added = new Set<string>();
		for (const row of rows) {
			const word = row[name];
			if (typeof word === 'string' && word !== noText && !words.has(word)) added.add(word);
		}
		if (added.size === 0) continue;
		const all = [...words, ...added].sort();
		await writer.run(`alter table ${table} alter ${name} type ${typeSql(column, all)}`);
		await writer.run('insert into open_word select $1, unnest($2)', [field, listValue([...added])]);
	}
}

const periodNames = ['week', 'month', 'quarter', 'year', 'day_number'] as const;

function periodsOf(calendar: string): string {
	return periodNames.map((name) => `${calendar}.${name}`).join(', ');
}

const msOfDay = 86_400_000;

/** Days that the calendar does not have yet, with the keys of their periods. */
async function addDays(writer: DuckDBConnection, rows: readonly RawRow[], column: string): Promise<void> {
	const days = new Set<string>();
	for (const row of rows) if (typeof row[column] === 'string') days.add(row[column]);
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
