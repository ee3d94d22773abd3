import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOrders, type ColumnOrigin } from '#core/domain/mapping.ts';
import { parseMapping, writeMapping } from './mapping-file.ts';

test('what is written is read back as it was', () => {
	const origin: fc.Arbitrary<ColumnOrigin> = fc.oneof(
		fc.record({ from: fc.string() }),
		fc.record({ constant: fc.string() })
	);
	const mapping = fc.record({
		columns: fc.dictionary(fc.constantFrom('text', 'channel', 'received_on'), origin, {
			noNullPrototype: true
		}),
		values: fc.dictionary(
			fc.constantFrom('channel', 'stage'),
			fc.dictionary(
				fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
				fc.string(),
				{
					noNullPrototype: true
				}
			),
			{ noNullPrototype: true }
		),
		dateOrder: fc.constantFrom(...dateOrders)
	});
	fc.assert(
		fc.property(mapping, (mapping) => {
			const named = { importer: 'complaints', mapping };
			expect(parseMapping(writeMapping(named))).toEqual(named);
		})
	);
});

test.each([
	['{', 'not JSON'],
	['[]', 'not right'],
	['{"importer":"complaints","columns":{"text":{"from":5}}}', 'at columns.text'],
	['{"importer":"complaints","columns":{},"dateOrder":"week-first"}', 'at dateOrder'],
	['{"importer":"complaints","columns":{"txt":{"from":"内容"}}}', '“txt”'],
	['{"importer":"complaints","columns":{},"values":{"txt":{}}}', '“txt”'],
	['{"importer":"complaint","columns":{}}', 'no importer “complaint”']
])('%s is refused with the place that is wrong', (json, said) => {
	expect(() => parseMapping(json)).toThrow(said);
});
