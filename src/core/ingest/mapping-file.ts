import { z } from 'zod';
import { EarshotError } from '#core/domain/errors.ts';
import { dateOrders, type ColumnMapping } from '#core/domain/mapping.ts';
import { importerOf } from './registry.ts';

/** A mapping with the importer it is for, as `earshot mapping` prints it. */
export interface NamedMapping {
	readonly importer: string;
	readonly mapping: ColumnMapping;
}

const origin = z.union([z.strictObject({ from: z.string() }), z.strictObject({ constant: z.string() })]);
const schema = z.strictObject({
	importer: z.string(),
	columns: z.record(z.string(), origin),
	values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
	dateOrder: z.enum(dateOrders).default('year-first')
});

/**
 * Reads a mapping written as JSON: `importer`, `columns`, and where needed `values` and `dateOrder`. Throws EarshotError
 * `bad-input` that names the first place that is not right.
 */
export function parseMapping(json: string): NamedMapping {
	const { importer, ...mapping } = shapeOf(json);
	const known = importerOf(importer).columns.map(({ name }) => name);
	const strange = [...Object.keys(mapping.columns), ...Object.keys(mapping.values)].find(
		(name) => !known.includes(name)
	);
	if (strange !== undefined)
		throw new EarshotError(
			'bad-input',
			`The mapping names “${strange}”, which “${importer}” does not have. It has: ${known.join(', ')}.`
		);
	return { importer, mapping };
}

function shapeOf(json: string): z.infer<typeof schema> {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		throw new EarshotError('bad-input', 'The mapping is not JSON.');
	}
	const { success, data, error } = schema.safeParse(value);
	if (success) return data;
	const { path, message } = error.issues[0]!;
	const place = path.length > 0 ? ` at ${path.join('.')}` : '';
	throw new EarshotError('bad-input', `The mapping is not right${place}: ${message}.`);
}

/** As {@link parseMapping} reads it. */
export function writeMapping({ importer, mapping }: NamedMapping): string {
	return JSON.stringify({ importer, ...mapping }, null, '\t');
}
