import type { RowIssue } from '#core/domain/import.ts';
import { isJsonObject, membersOf, parseJson, readMembers } from './readers/json-object.ts';
import { rowIssue, type RawRow } from './row.ts';

export type ItemsForm = 'json' | 'ndjson';

/**
 * The items a client sends: one JSON object, an array of them, `{"items": […]}`, or one object a line. Each has its place,
 * from 1, as its line. Null for a text that is none of these.
 */
export function readItems(text: string, form: ItemsForm): readonly (RawRow | RowIssue)[] | null {
	if (form === 'ndjson')
		return text
			.split('\n')
			.filter((line) => line.trim() !== '')
			.map((line, at) => itemOf(at, readMembers(line)));
	const found = listIn(text);
	return found && found.map((item, at) => itemOf(at, isJsonObject(item) ? membersOf(item) : null));
}

function listIn(text: string): readonly unknown[] | null {
	let value: unknown;
	try {
		value = parseJson(text);
	} catch {
		return null;
	}
	if (Array.isArray(value)) return value;
	if (!isJsonObject(value)) return null;
	return 'items' in value && Array.isArray(value.items) ? value.items : [value];
}

function itemOf(at: number, values: Readonly<Record<string, string>> | null): RawRow | RowIssue {
	if (values) return { line: at + 1, values };
	return rowIssue(at + 1, 'not-json', 'This item is not a JSON object: write {"name": "value", …}.');
}
