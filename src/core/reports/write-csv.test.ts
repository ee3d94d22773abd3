import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './write-csv.ts';

const write = (...row: (string | number | null)[]) => writeCsv([row], { bom: false });

describe('writeCsv', () => {
	it.each([
		['=1+1', "'=1+1\r\n"],
		['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"\r\n'],
		['+86 10', "'+86 10\r\n"],
		['-2+3', "'-2+3\r\n"],
		['- none', "'- none\r\n"],
		['@SUM(A1)', "'@SUM(A1)\r\n"],
		['\tx', "'\tx\r\n"],
		['\r=1', '"\'\r=1"\r\n'],
		['\n=1', '"\'\n=1"\r\n'],
		['＝1+1', "'＝1+1\r\n"]
	])('disarms %j', (text, line) => {
		expect(write(text)).toBe(line);
	});

	it.each([
		[-5, '-5\r\n'],
		['-5', '-5\r\n'],
		['-0.25', '-0.25\r\n'],
		[0.1 + 0.2, '0.30000000000000004\r\n'],
		[1e-7, '1e-7\r\n'],
		[-0, '0\r\n'],
		[Number.NaN, '\r\n'],
		[Infinity, '\r\n'],
		[null, '\r\n'],
		['', '\r\n']
	])('writes %j as it is', (value, line) => {
		expect(write(value)).toBe(line);
	});

	it('quotes what RFC 4180 asks for, and nothing else', () => {
		expect(write('a,b', 'say "no"', 'two\nlines', '投诉', ' x ')).toBe(
			'"a,b","say ""no""","two\nlines",投诉, x \r\n'
		);
	});

	it('starts with a byte order mark on demand only', () => {
		expect(writeCsv([['a']], { bom: true })).toBe('\uFEFFa\r\n');
		expect(writeCsv([['a']], { bom: false })).toBe('a\r\n');
	});

	it('reads back as it was, whatever the text', () => {
		const harmless = fc
			.string({ unit: 'grapheme' })
			.filter((text) => !/^[=+\-@\t\r\n＝＋－＠\uFEFF]/.test(text));
		const row = fc.tuple(harmless, harmless, fc.double({ noNaN: true, noDefaultInfinity: true }));
		fc.assert(
			fc.property(fc.array(row, { minLength: 1 }), (rows) => {
				const csv = writeCsv([['a', 'b', 'c'], ...rows], { bom: false });
				const read = parse(csv, { record_delimiter: '\r\n' }) as string[][];
				expect(read.slice(1).map(([a, b, c]) => [a, b, Number(c)])).toEqual(
					rows.map(([a, b, c]) => [a, b, c + 0])
				);
			})
		);
	});

	it('never leaves a field that starts a formula', () => {
		const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝');
		fc.assert(
			fc.property(start, fc.string(), (first, rest) => {
				const [[field]] = parse(write(`${first}${rest}`), { record_delimiter: '\r\n' }) as [[string]];
				expect(field.startsWith("'") || /^-\d+(\.\d+)?$/.test(field)).toBe(true);
			})
		);
	});
});
