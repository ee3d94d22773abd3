import type { Preview } from '#server/app/preview-import.ts';
import type { ImporterDoc } from '#server/app/imports.ts';
import { leftEmpty, undecided } from './mapping-form.ts';

/** One word of the file that a closed list does not know. */
export interface WordChoice {
	readonly word: string;
	/** As the form's select has it. */
	readonly meaning: string;
}
export interface ColumnWords {
	readonly column: string;
	readonly allowed: readonly string[];
	readonly words: readonly WordChoice[];
}
type Words = Readonly<Record<string, readonly string[]>>;

/** The words to decide on, and those decided on before, by column in the importer's order. */
export function wordChoices(
	{ mapping, unknownWords }: Pick<Preview, 'mapping' | 'unknownWords'>,
	inWholeFile: Words,
	{ columns }: Pick<ImporterDoc, 'columns'>
): readonly ColumnWords[] {
	return columns.flatMap(({ name, values: allowed }) => {
		if (!allowed || !mapping.columns[name]) return [];
		const known = mapping.values[name] ?? {};
		const all = [...Object.keys(known), ...(unknownWords[name] ?? []), ...(inWholeFile[name] ?? [])];
		const words = [...new Set(all)].map((word) => ({ word, meaning: meaningOf(known[word]) }));
		return words.length > 0 ? [{ column: name, allowed, words }] : [];
	});
}

function meaningOf(value: string | undefined): string {
	return value === undefined ? undecided : value === '' ? leftEmpty : value;
}
