import { createHash } from 'node:crypto';
import { taxonomies, type Severity, type Taxonomy } from '#core/domain/vocabulary.ts';
import type { Store } from '../storage/connect.ts';
import { lastIds, readForFacts, readTagsForFacts, type RawRow } from '../storage/facts-source.ts';
import { hasThemeSets, levelBit, themesName } from '../storage/theme-bits.ts';
import { readThemePlaces, type FactsDatabase } from './connect.ts';
import { namesOf } from './copy-range.ts';
import { copiedColumns, factTables, type FactColumn, type FactTable } from './tables.ts';

export interface TableComparison {
	/** `theme_set`: the counted themes of each feedback that has any, and how severe they are, as questions read them. */
	readonly table: FactTable | 'theme_set';
	readonly store: Checked;
	readonly facts: Checked;
	readonly isEqual: boolean;
}
interface Checked {
	readonly rows: number;
	/** SHA-256 over every copied column of every row in id order, first 16 hex digits; “not stated” as the facts have it. */
	readonly checksum: string;
}
export interface FactsComparison {
	readonly tables: readonly TableComparison[];
	readonly isEqual: boolean;
}

const pageSize = 50_000;

/** Reads both sides row by row and compares counts and checksums. */
export async function compareFacts(facts: FactsDatabase, store: Store): Promise<FactsComparison> {
	const tables: TableComparison[] = [];
	for (const table of Object.keys(factTables) as FactTable[]) {
		const columns = copiedColumns(table);
		const inStore = await check(columns, readStore(store, table));
		const inFacts = await check(columns, readFacts(facts, table));
		tables.push(compared(table, inStore, inFacts));
	}
	const bySets = await taxonomiesInSets(facts);
	const inStore = await check(setColumns, readStoreSets(store, bySets));
	const inFacts = await check(setColumns, readFactsSets(facts, bySets));
	tables.push(compared('theme_set', inStore, inFacts));
	return { tables, isEqual: tables.every(({ isEqual }) => isEqual) };
}

function compared(table: TableComparison['table'], store: Checked, facts: Checked): TableComparison {
	return { table, store, facts, isEqual: store.rows === facts.rows && store.checksum === facts.checksum };
}

async function check(
	columns: readonly Pick<FactColumn, 'name' | 'none'>[],
	pages: AsyncIterable<readonly object[]>
): Promise<Checked> {
	const hash = createHash('sha256');
	let rows = 0;
	for await (const page of pages) {
		rows += page.length;
		for (const row of page as readonly Record<string, unknown>[])
			hash.update(JSON.stringify(columns.map(({ name, none }) => row[name] ?? none)));
	}
	return { rows, checksum: hash.digest('hex').slice(0, 16) };
}

async function* readStore(store: Store, table: FactTable) {
	const last = await lastIds(store);
	const entity = table === 'tag' ? 'feedback' : table;
	const range = { firstId: 1, lastId: last[entity] };
	for await (const page of readForFacts(store, entity, table === 'tag' ? ['id'] : namesOf(table), range))
		yield table === 'tag' ? await readTagsForFacts(store, namesOf('tag'), page.range) : page.rows;
}

/** Past the answers already given: what is compared must be read. */
async function* readFacts({ writer }: FactsDatabase, table: FactTable) {
	const order = table === 'tag' ? 'feedback_id, theme' : 'id';
	for (let offset = 0; ; offset += pageSize) {
		const reader = await writer.runAndReadAll(
			`select ${namesOf(table).join(', ')} from ${table} order by ${order} limit ${pageSize} offset ${offset}`
		);
		if (reader.currentRowCount === 0) return;
		yield reader.getRowObjectsJS();
	}
}

const setColumns = ['id', 'themes', 'levels'].map((name) => ({ name, none: '' }));

async function taxonomiesInSets(facts: FactsDatabase): Promise<readonly Taxonomy[]> {
	const themePlaces = await readThemePlaces(facts);
	return taxonomies.filter((taxonomy) => hasThemeSets({ themePlaces }, taxonomy));
}

async function* readStoreSets(store: Store, bySets: readonly Taxonomy[]) {
	const last = await lastIds(store);
	const columns = ['feedback_id', 'taxonomy', 'theme', 'severity', 'is_counted'];
	for await (const { range } of readForFacts(store, 'feedback', ['id'], {
		firstId: 1,
		lastId: last.feedback
	})) {
		const tags = await readTagsForFacts(store, columns, range);
		const counted = tags.filter((tag) => Number(tag.is_counted) === 1);
		yield Array.from(
			Map.groupBy(counted, (tag) => Number(tag.feedback_id)),
			([id, own]) => ({
				id,
				themes: own
					.filter((tag) => bySets.includes(tag.taxonomy as Taxonomy))
					.map((tag) => `${tag.taxonomy} ${tag.theme}`)
					.sort()
					.join(),
				levels: String(own.reduce((levels, tag) => levels | levelOf(tag), 0n))
			})
		);
	}
}

function levelOf({ taxonomy, severity }: RawRow): bigint {
	return Number(severity) > 0 ? levelBit(taxonomy as Taxonomy, Number(severity) as Severity) : 0n;
}

async function* readFactsSets({ writer }: FactsDatabase, bySets: readonly Taxonomy[]) {
	const themes = bySets.map(
		(taxonomy) => `coalesce((select list(taxonomy || ' ' || theme) from theme_set
			where taxonomy = '${taxonomy}' and themes = f.${themesName(taxonomy)}), [])`
	);
	const last = await writer.runAndReadAll('select coalesce(max(id), 0) as id from feedback');
	const lastId = Number(last.getRowObjectsJS()[0]?.id);
	const isTagged = [...taxonomies.map(themesName), 'levels'].map((name) => `${name} <> 0`).join(' or ');
	for (let after = 0; after < lastId; after += pageSize) {
		const reader = await writer.runAndReadAll(
			`select id, array_to_string(list_sort(${themes.join(' || ') || '[]'}), ',') as themes, levels::varchar as levels
			from feedback f where id > ${after} and id <= ${after + pageSize} and (${isTagged}) order by id`
		);
		yield reader.getRowObjectsJS();
	}
}
