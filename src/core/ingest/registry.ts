import { EarshotError } from '#core/domain/errors.ts';
import { callFeedback } from './importers/call-feedback.ts';
import { cfpb } from './importers/cfpb.ts';
import { chatwootConversations } from './importers/chatwoot-conversations.ts';
import { chatwootCsat } from './importers/chatwoot-csat.ts';
import { complaints } from './importers/complaints.ts';
import { contactLog } from './importers/contact-log.ts';
import { exposure } from './importers/exposure.ts';
import { jsonl } from './importers/jsonl.ts';
import { organisation } from './importers/organisation.ts';
import { transcriptTurns } from './importers/transcript-turns.ts';
import { transcripts } from './importers/transcripts.ts';
import { zendeskCsv } from './importers/zendesk-csv.ts';
import { zendeskTickets } from './importers/zendesk-tickets.ts';
import type { Importer, Produced } from './importer.ts';
import type { SourceFile } from './read-file.ts';

/** An importer of one of the kinds; `produces` tells which. */
export type AnyImporter = { [Product in keyof Produced]: Importer<Product> }[keyof Produced];

/** Every kind of file Earshot can import, by id. */
export const importers = {
	complaints,
	'call-feedback': callFeedback,
	jsonl,
	cfpb,
	organisation,
	exposure,
	'contact-log': contactLog,
	transcripts,
	'transcript-turns': transcriptTurns,
	'chatwoot-conversations': chatwootConversations,
	'chatwoot-csat': chatwootCsat,
	'zendesk-tickets': zendeskTickets,
	'zendesk-csv': zendeskCsv
} satisfies Record<string, AnyImporter>;

const all: readonly AnyImporter[] = Object.values(importers);

/** Throws EarshotError `bad-input` naming the importers there are. */
export function importerOf(id: string): AnyImporter {
	const importer = all.find((each) => each.id === id);
	if (importer) return importer;
	const ids = all.map((each) => each.id).join(', ');
	throw new EarshotError('bad-input', `There is no importer “${id}”: choose one of ${ids}.`);
}

interface Fit {
	readonly importer: AnyImporter;
	readonly missing: readonly string[];
	readonly unknown: readonly string[];
	/** Columns of the header that the importer knows. */
	readonly known: number;
}

function fitOf(importer: AnyImporter, header: readonly string[]): Fit {
	const names = importer.columns.map(({ name }) => name);
	const required = importer.columns.filter((column) => column.required).map(({ name }) => name);
	const unknown = header.filter((name) => !names.includes(name));
	return {
		importer,
		missing: required.filter((name) => !header.includes(name)),
		unknown,
		known: header.length - unknown.length
	};
}

/** The columns of the file that the importer leaves out; a misspelt optional column shows up here. */
export function ignoredColumns(importer: AnyImporter, header: readonly string[]): readonly string[] {
	return fitOf(importer, header).unknown;
}

/**
 * Picks the importer whose columns the header has, the one that leaves out fewest where there are several.
 * Throws EarshotError `bad-file` naming the nearest importer and what its header would need.
 */
export function chooseImporter(file: Pick<SourceFile, 'name' | 'header'>, wantedId?: string): AnyImporter {
	const candidates = wantedId === undefined ? all : [importerOf(wantedId)];
	const fits = candidates.map((importer) => fitOf(importer, file.header));
	const fitting = fits
		.filter(({ importer }) => importer.recognises(file.header))
		.toSorted((a, b) => b.known - a.known);
	if (fitting[0]) return fitting[0].importer;
	throw new EarshotError('bad-file', explainMisfit(file.name, fits, wantedId));
}

function explainMisfit(name: string, fits: readonly Fit[], wantedId: string | undefined): string {
	const distance = (fit: Fit) => fit.missing.length - fit.known;
	const nearest = fits.toSorted((a, b) => distance(a) - distance(b))[0]!;
	const refusal =
		wantedId === undefined
			? 'no importer fits this header.'
			: `the importer “${wantedId}” does not fit this header.`;
	// Without a single known name the first line may be a borrower's data: then nothing of it is shown.
	if (nearest.known === 0)
		return `“${name}”: ${refusal} Its first line has none of the column names Earshot knows; it must be the header. Names of your own need a mapping: the page of imports makes one, and so does “earshot mapping FILE”.`;
	const parts = [`missing ${nearest.missing.join(', ')}`];
	if (nearest.unknown.length > 0) parts.push(`unknown ${nearest.unknown.map(shorten).join(', ')}`);
	return `“${name}”: ${refusal} Closest is “${nearest.importer.id}”: ${parts.join('; ')}.`;
}

function shorten(name: string): string {
	return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
