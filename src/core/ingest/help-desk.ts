import { readClockTime } from './clock-times.ts';
import { sharedColumns, stageChoice } from './feedback-columns.ts';
import type { Fields } from './fields.ts';
import type { ColumnDoc } from './importer.ts';
import { isJsonObject, parseJson } from './readers/json-object.ts';

/** Columns that no help desk writes, and that a mapping may fill: whom it is about, and what kind of loan. */
const addedNames = ['product', 'stage', 'region', 'agency_id', 'team_id', 'agent_id', 'borrower_ref'];
export const addedColumns: readonly ColumnDoc[] = sharedColumns.filter(({ name }) =>
	addedNames.includes(name)
);

/** What a mapping has filled in of them. */
export function readAdded(fields: Fields) {
	return {
		eventOn: null,
		product: fields.slug('product'),
		stage: fields.choice('stage', stageChoice),
		region: fields.slug('region'),
		agencyId: fields.words('agency_id'),
		teamId: fields.words('team_id'),
		agentId: fields.words('agent_id'),
		borrowerRef: fields.words('borrower_ref')
	};
}

/** An instant as help desks write it: seconds since 1970, ISO 8601, or “2026-03-05 10:04:00 UTC”. Null for anything else. */
export function readInstant(text: string): string | null {
	const written = text.trim();
	if (/^\d{10}$/.test(written)) return new Date(Number(written) * 1000).toISOString();
	return readClockTime(written.replace(/ UTC$/, 'Z'));
}

/** A member that is an object; an empty one for anything else. */
export function objectIn(json: string | undefined): Readonly<Record<string, unknown>> {
	const value = valueIn(json);
	return isJsonObject(value) ? (value as Record<string, unknown>) : {};
}

/** A member that is a list of objects; null for anything else. */
export function listIn(json: string | undefined): readonly Readonly<Record<string, unknown>>[] | null {
	const value = valueIn(json);
	return Array.isArray(value)
		? (value.filter((item) => isJsonObject(item)) as readonly Record<string, unknown>[])
		: null;
}

function valueIn(json: string | undefined): unknown {
	try {
		return parseJson(json ?? '');
	} catch {
		return null;
	}
}

/** A text or number, however long, as text; empty for anything else. */
export function wordOf(value: unknown): string {
	if (isJsonObject(value) && 'rawJSON' in value) return String(value.rawJSON);
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
