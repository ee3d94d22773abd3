/** Of ECMAScript 2026 and not yet in TypeScript's library. */
const { rawJSON } = JSON as JSON & { rawJSON(text: string): object };

/** Ids are often numbers too long for a double: they keep their digits. */
function keepDigits(_name: string, value: unknown, context?: { source?: string }): unknown {
	const isInexact = Number.isInteger(value) && !Number.isSafeInteger(value);
	return isInexact && context?.source ? rawJSON(context.source) : value;
}

function parseObject(text: string): object | null {
	try {
		const value: unknown = /\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}

function asText(value: unknown): string {
	if (typeof value === 'string') return value;
	return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The members of a JSON object as texts: numbers and booleans as written, null as empty, objects and arrays as JSON.
 * Null for a text that is no JSON object.
 */
export function readMembers(text: string): Readonly<Record<string, string>> | null {
	const object = parseObject(text);
	return object && Object.fromEntries(Object.entries(object).map(([name, value]) => [name, asText(value)]));
}
