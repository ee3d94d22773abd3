import { afterAll, describe, expect, test } from 'vitest';
import { emptyFilter, type Filter } from '#core/domain/filter.ts';
import { polarities, tagStatuses } from '#core/domain/tag.ts';
import * as vocabulary from '#core/domain/vocabulary.ts';
import { formatStated } from '#lib/format/not-stated.ts';
import { fieldLabel, isLabelled, labelOf, type LabelledList } from './labels.ts';
import { getLocale, overwriteGetLocale } from './paraglide/runtime.js';

const lists: readonly [LabelledList, readonly (string | number)[]][] = [
	['kind', vocabulary.kinds],
	['channel', vocabulary.channels],
	['source', vocabulary.sources],
	['stage', vocabulary.stages],
	['language', vocabulary.languages],
	['attribution', vocabulary.attributions],
	['origin', vocabulary.origins],
	['taxonomy', vocabulary.taxonomies],
	['severity', vocabulary.severities],
	['urgency', vocabulary.urgencies],
	['polarity', polarities],
	['status', tagStatuses]
];

const getPageLocale = getLocale;
afterAll(() => overwriteGetLocale(getPageLocale));

function inLocale<T>(locale: vocabulary.Locale, read: () => T): T {
	overwriteGetLocale(() => locale);
	return read();
}

describe('labelOf', () => {
	test.each(lists)('%s: every id has its own word in both languages', (list, ids) => {
		for (const locale of ['en', 'zh-CN'] as const) {
			const words = inLocale(locale, () => ids.map((id) => labelOf(list, String(id))));
			expect(words).not.toContain('');
			expect(words.filter((word, index) => word === String(ids[index]))).toEqual([]);
			expect(new Set(words).size).toBe(ids.length);
		}
	});

	test('Chinese words are Chinese, but for names that stay as they are', () => {
		const words = inLocale('zh-CN', () =>
			lists.flatMap(([list, ids]) => ids.map((id) => labelOf(list, String(id))))
		);
		expect(words.filter((word) => !/[\u4e00-\u9fff]/.test(word))).toEqual([]);
	});

	test('“none” is “not stated”, in the words that format uses too, except where the list has its own none', () => {
		expect(inLocale('en', () => labelOf('channel', 'none'))).toBe(formatStated(null, 'en'));
		expect(inLocale('zh-CN', () => labelOf('stage', 'none'))).toBe(formatStated(null, 'zh-CN'));
		expect(inLocale('en', () => labelOf('language', 'none'))).toBe('No text');
	});

	test('an id that nobody knows is shown as it is', () => {
		expect(labelOf('channel', 'pigeon')).toBe('pigeon');
		expect(isLabelled('team')).toBe(false);
	});
});

test('every field of the filter has its own name in both languages', () => {
	const fields = Object.keys(emptyFilter) as (keyof Filter)[];
	for (const locale of ['en', 'zh-CN'] as const)
		expect(new Set(inLocale(locale, () => fields.map(fieldLabel))).size).toBe(fields.length);
});
