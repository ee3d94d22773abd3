import type { ColumnDoc } from '#core/ingest/importer.ts';
import { importers, type AnyImporter } from '#core/ingest/registry.ts';
import type { Generator } from './generator.ts';
import { code, codes, notice, page, table } from './markdown.ts';

/** The columns of every kind of file. */
export const importersPage: Generator = {
	path: 'docs/generated/importers.md',
	make: () =>
		page(
			notice('src/core/ingest/registry.ts'),
			'# Importers',
			'The columns of each kind of file. The header decides which importer reads a file: it must have the required columns, in any order. How values are written: [data formats](../data-formats.md).',
			Object.values<AnyImporter>(importers).flatMap(describeImporter)
		)
};

function describeImporter({ id, name, produces, columns }: AnyImporter): readonly string[] {
	return [
		`## ${id}`,
		`${name.en} · ${name.zh} · makes ${produces}`,
		table(['column', 'required', 'meaning', '含义', 'values'], columns.map(describeColumn))
	];
}

function describeColumn({ name, required, meaning, values }: ColumnDoc): readonly string[] {
	return [code(name), required ? 'yes' : '', meaning.en, meaning.zh, values ? codes(values) : ''];
}
