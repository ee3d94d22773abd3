/** Of ECMAScript 2026 and not yet in TypeScript's library. */
const { rawJSON } = JSON as JSON & { rawJSON(text: string): object };

/** Ids are often numbers too long for a double: they keep their digits. */
function keepDigits(_name: string, value: unknown, context?: { source?: string }): unknown {
	const isInexact = Number.isInteger(value) && !Number.isSafeInteger(value);
	return isInexact && context?.source ? rawJSON(context.source) : value;
}

/** Any JSON text; whole numbers too long for a double keep their digits in {@link membersOf}. Throws SyntaxError. */
export function parseJson(text: string): unknown {
	return /\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

export function isJsonObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(text: string): object | null {
	try {
		const value = parseJson(text);
		return isJsonObject(value) ? value : null;
	} catch {
		return null;
	}
}

function asText(value: unknown): string {
	if (typeof value === 'string') return value;
	return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The members of an object as texts: numbers and booleans as written, null as empty, objects and arrays as JSON. */
export function membersOf(object: object): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, asText(value)]));
}

/** {@link membersOf} a text; null for one that is no JSON object. */
export function readMembers(text: string): Readonly<Record<string, string>> | null {
	const object = parseObject(text);
	return object && membersOf(object);
}
