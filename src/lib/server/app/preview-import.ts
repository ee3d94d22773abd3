import { createHash } from 'node:crypto';
import type { Actor } from '#core/domain/actor.ts';
import type { ColumnMapping } from '#core/domain/mapping.ts';
import { createRowMapper, missingColumns, suggestMapping } from '#core/ingest/mapping.ts';
import { openFile, type SourceFile } from '#core/ingest/read-file.ts';
import { importerOf, importers, type AnyImporter } from '#core/ingest/registry.ts';
import { isIssue, type RawRow } from '#core/ingest/row.ts';
import type { FileOpening, RowIssue } from '#core/domain/import.ts';
import { maskText } from '#core/text/mask/mask.ts';
import { findMappings } from '../storage/mappings.ts';
import type { Deps } from './deps.ts';
import { verb } from './verb.ts';

export interface PreviewInput {
	readonly path: string;
	/** Without it, the importer that finds most of its columns. */
	readonly importerId?: string;
	/** Without it, what was used for such a file before, else a guess. */
	readonly mapping?: ColumnMapping;
	readonly opening?: FileOpening;
}
/** How a file is read: as stated, else as detected. */
export type Reading = Pick<SourceFile, 'format' | 'encoding' | 'delimiter' | 'sheet' | 'sheets'>;
/** One row as it would be stored, or what is wrong with it. */
export interface PreviewRow {
	readonly line: number;
	/** By our column; masked. Empty where the row cannot be read at all. */
	readonly values: Readonly<Record<string, string>>;
	readonly issues: readonly RowIssue[];
}
export interface Preview {
	readonly importerId: string;
	readonly reading: Reading;
	readonly header: readonly string[];
	readonly mapping: ColumnMapping;
	/** The mapping is what somebody used for these column names before. */
	readonly isRemembered: boolean;
	/** Required columns that come from nowhere yet: without them nothing can be imported. */
	readonly missing: readonly string[];
	readonly rows: readonly PreviewRow[];
	/** By our column of a closed list, words of the first rows that it does not know. */
	readonly unknownWords: Readonly<Record<string, readonly string[]>>;
}

const accountColumns = ['borrower_ref', 'account'];
const rowsShown = 50;
const wordsShown = 20;

/** The first rows of a file as they would be stored. Nothing is. Throws `bad-file` when it cannot be read. */
export const previewImport = verb(
	'import',
	async (deps: Deps, _actor: Actor, input: PreviewInput): Promise<Preview> => {
		const file = await openFile(input.path, input.opening);
		const { format, encoding, delimiter, sheet, sheets } = file;
		const sample = await firstRows(file);
		const raw = sample.filter((row): row is RawRow => !isIssue(row));
		const header = [...new Set([...file.header, ...raw.flatMap(({ values }) => Object.keys(values))])];
		const remembered = input.mapping ? [] : await findMappings(deps.store, headerSignature(file.header));
		const known = remembered.find(
			({ importer }) => importer in importers && (input.importerId ?? importer) === importer
		);
		const importerId = input.importerId ?? known?.importer ?? likeliest(header, raw);
		const importer = importerOf(importerId);
		const mapping =
			input.mapping ??
			(known ? (JSON.parse(known.mapping) as ColumnMapping) : suggestMapping(importer.columns, header, raw));
		const rows = previewRows(sample, importer, mapping, deps.timeZone);
		return {
			importerId,
			reading: { format, encoding, delimiter, sheet, sheets },
			header,
			mapping,
			isRemembered: known !== undefined,
			missing: missingColumns(importer.columns, mapping),
			rows,
			unknownWords: unknownWordsIn(rows, importer)
		};
	}
);

/** Names a header whatever the order of its columns. */
export function headerSignature(header: readonly string[]): string {
	const names = header.map((name) => name.normalize('NFKC').trim().toLowerCase()).sort();
	return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}

async function firstRows(file: SourceFile): Promise<readonly (RawRow | RowIssue)[]> {
	const rows: (RawRow | RowIssue)[] = [];
	for await (const row of file.rows()) if (rows.push(row) >= rowsShown) break;
	return rows;
}

/** The importer that leaves fewest of its needs open, then the one that finds most of its columns. */
function likeliest(header: readonly string[], sample: readonly RawRow[]): string {
	const fits = Object.values(importers as Readonly<Record<string, AnyImporter>>).map(({ id, columns }) => {
		const mapping = suggestMapping(columns, header, sample);
		return {
			id,
			missing: missingColumns(columns, mapping).length,
			found: Object.keys(mapping.columns).length
		};
	});
	return fits.toSorted((a, b) => a.missing - b.missing || b.found - a.found)[0]?.id ?? 'complaints';
}

function previewRows(
	sample: readonly (RawRow | RowIssue)[],
	importer: AnyImporter,
	mapping: ColumnMapping,
	timeZone: string
): readonly PreviewRow[] {
	const map = createRowMapper(importer.columns, mapping, timeZone);
	return sample.map((row) => {
		if (isIssue(row)) return { line: row.line, values: {}, issues: [row] };
		const mapped = map(row);
		const result = importer.map(mapped);
		return {
			line: row.line,
			values: Object.fromEntries(
				Object.entries(mapped.values).map(([name, value]) => [name, shown(name, value)])
			),
			issues: result.ok ? [] : result.issues
		};
	});
}

/** References of borrowers are stored as pseudonyms only: nobody needs to see them here. */
function shown(column: string, value: string): string {
	return accountColumns.includes(column) && value !== '' ? '«account»' : maskText(value).text;
}

function unknownWordsIn(rows: readonly PreviewRow[], importer: AnyImporter): Preview['unknownWords'] {
	const words = new Map<string, Set<string>>();
	for (const { values, issues } of rows)
		for (const { column, code } of issues) {
			if (column === null || code !== 'unknown-value') continue;
			words.set(column, (words.get(column) ?? new Set()).add(values[column] ?? ''));
		}
	const closed = new Set(importer.columns.flatMap(({ name, values }) => (values ? [name] : [])));
	return Object.fromEntries(
		[...words]
			.filter(([name]) => closed.has(name))
			.map(([name, found]) => [name, [...found].filter((word) => word !== '').slice(0, wordsShown)])
	);
}
