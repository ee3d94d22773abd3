import { createHash } from 'node:crypto';
import type { Store } from '../storage/connect.ts';
import { lastIds, readForFacts, readTagsForFacts } from '../storage/facts-source.ts';
import type { FactsDatabase } from './connect.ts';
import { namesOf } from './copy-range.ts';
import { copiedColumns, factTables, type FactTable } from './tables.ts';

export interface TableComparison {
	readonly table: FactTable;
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
		const inStore = await check(table, readStore(store, table));
		const inFacts = await check(table, readFacts(facts, table));
		const isEqual = inStore.rows === inFacts.rows && inStore.checksum === inFacts.checksum;
		tables.push({ table, store: inStore, facts: inFacts, isEqual });
	}
	return { tables, isEqual: tables.every(({ isEqual }) => isEqual) };
}

async function check(table: FactTable, pages: AsyncIterable<readonly object[]>): Promise<Checked> {
	const columns = copiedColumns(table);
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
