import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maskText } from '#core/text/mask/mask.ts';

/** One text a line, `\n` for a line break, the personal data in angle brackets. All of them are made up. */
const folder = resolve('tests/contracts/masking');
const files = readdirSync(folder)
	.filter((name) => name.endsWith('.txt'))
	.map((name) => ({ name, lines: readFileSync(resolve(folder, name), 'utf8').trim().split('\n') }));
const personal = /<([^<>]*)>/g;

function read(line: string) {
	const marked = line.replaceAll('\\n', '\n');
	return {
		raw: marked.replace(personal, '$1'),
		data: Array.from(marked.matchAll(personal), ([, each = '']) => each)
	};
}

/** Characters outside the personal data, and how many of them were masked all the same. */
function countOthers({ raw, data }: ReturnType<typeof read>): { others: number; overMasked: number } {
	const { text, masked } = maskText(raw);
	const kept = text.length - masked.reduce((length, { start, end }) => length + end - start, 0);
	const others = data.reduce((rest, each) => rest.replaceAll(each, ''), raw).length;
	return { others, overMasked: Math.max(0, others - kept) };
}

describe.each(files)('masking of $name', ({ lines }) => {
	it.each(lines)('leaves no personal data in: %s', (line) => {
		const { raw, data } = read(line);
		const { text } = maskText(raw);
		expect(data.filter((each) => text.includes(each))).toEqual([]);
	});

	it('masks the same text the same way again', () => {
		for (const { raw } of lines.map(read)) {
			const once = maskText(raw);
			expect(maskText(once.text)).toEqual(once);
		}
	});
});

describe('masking of all these texts', () => {
	it('takes no more than 1% of the other characters', () => {
		const counts = files.flatMap(({ lines }) => lines.map((line) => countOthers(read(line))));
		const others = counts.reduce((sum, each) => sum + each.others, 0);
		const overMasked = counts.reduce((sum, each) => sum + each.overMasked, 0);
		expect(others).toBeGreaterThan(5000);
		expect(overMasked / others).toBeLessThan(0.01);
	});
});
