import type { ContactDraft } from '#core/domain/contact.ts';
import type { FeedbackDraft } from '#core/domain/feedback.ts';
import type { RowIssue } from '#core/domain/import.ts';
import type { Exposure, Membership } from '#core/domain/organisation.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { SourceFile } from './read-file.ts';
import type { RawRow } from './row.ts';

/** What an importer makes of a row, by kind. */
export interface Produced {
	readonly feedback: MappedFeedback;
	readonly organisation: OrganisationRow;
	readonly exposure: Exposure;
	readonly contact: ContactDraft;
}

/** `agency` is there where the source names agencies itself and no organisation file has to. */
export interface MappedFeedback {
	readonly draft: FeedbackDraft;
	readonly agency: { readonly id: string; readonly name: string } | null;
}

/** One team with its agency and, when `agent` is not null, one membership of an agent in it. */
export interface OrganisationRow {
	readonly line: number;
	readonly agency: {
		readonly id: string;
		readonly name: string;
		readonly nameZh: string | null;
		readonly inHouse: boolean;
	};
	readonly team: {
		readonly id: string;
		readonly name: string;
		readonly nameZh: string | null;
		readonly region: string | null;
	};
	readonly agent:
		| ({ readonly id: string; readonly name: string; readonly nameZh: string | null } & Pick<
				Membership,
				'fromOn' | 'toOn'
		  >)
		| null;
}

/** A column as the documentation shows it. */
export interface ColumnDoc {
	readonly name: string;
	/** The header must have it. */
	readonly required: boolean;
	readonly meaning: Bilingual;
	/** Allowed values of a closed list; null for any other column. */
	readonly values: readonly string[] | null;
	/** Holds days: a mapping brings other forms of dates into ours. */
	readonly isDay: boolean;
	/** Holds days with a clock time; likewise. */
	readonly isTime: boolean;
	/** Holds whole numbers of this range, both ends included. */
	readonly whole?: Range;
}
interface Range {
	readonly least: number;
	readonly most: number;
}

export type Mapped<Out> =
	{ readonly ok: true; readonly value: Out } | { readonly ok: false; readonly issues: readonly RowIssue[] };

/** How the rows of one kind of file become ours. */
export interface Importer<Product extends keyof Produced> {
	readonly id: string;
	readonly name: Bilingual;
	readonly produces: Product;
	readonly columns: readonly ColumnDoc[];
	recognises(header: readonly string[]): boolean;
	/** For files in which several rows make one of ours. */
	gather?(file: SourceFile): SourceFile;
	map(row: RawRow): Mapped<Produced[Product]>;
}

export function hasRequired(columns: readonly ColumnDoc[], header: readonly string[]): boolean {
	return columns.every(({ name, required }) => !required || header.includes(name));
}

export function column(
	name: string,
	need: 'required' | 'optional',
	en: string,
	zh: string,
	values: readonly string[] | null = null
): ColumnDoc {
	return { name, required: need === 'required', meaning: { en, zh }, values, isDay: false, isTime: false };
}

/** As {@link column}, for days with a clock time. */
export function timeColumn(...[name, need, en, zh]: Parameters<typeof column>): ColumnDoc {
	return { ...column(name, need, en, zh), isTime: true };
}

/** As {@link column}, for days. */
export function dayColumn(...[name, need, en, zh]: Parameters<typeof column>): ColumnDoc {
	return { ...column(name, need, en, zh), isDay: true };
}

/** As {@link column}, for whole numbers. */
export function wholeColumn(range: Range, ...[name, need, en, zh]: Parameters<typeof column>): ColumnDoc {
	return { ...column(name, need, en, zh), whole: range };
}
