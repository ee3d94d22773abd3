import type { ColumnOrigin } from '#core/domain/mapping.ts';
import { expect, test } from 'vitest';
import {
	fromColumn,
	fromConstant,
	leftEmpty,
	originChoice,
	readMappingForm,
	undecided
} from './mapping-form.ts';

function formOf(fields: readonly (readonly [string, string])[]): FormData {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return form;
}

test('columns, fixed values, words and the order of dates are read as they were chosen', () => {
	const { mapping, importerId, allOrNothing, rowTotal } = readMappingForm(
		formOf([
			['importer', 'complaints'],
			['mapped-for', 'complaints'],
			['origin:received_on', fromColumn('受理日期')],
			['origin:source', fromConstant],
			['constant:source', ' hotline '],
			['origin:region', fromConstant],
			['constant:region', ' '],
			['origin:stage', ''],
			['word:channel', '上门走访'],
			['meaning:channel', 'visit'],
			['word:channel', '其它'],
			['meaning:channel', undecided],
			['word:channel', '无'],
			['meaning:channel', leftEmpty],
			['date-order', 'month-first'],
			['all-or-nothing', 'on'],
			['row-total', '1200']
		])
	);
	expect(mapping).toEqual({
		columns: { received_on: { from: '受理日期' }, source: { constant: 'hotline' } },
		values: { channel: { 上门走访: 'visit', 无: '' } },
		dateOrder: 'month-first'
	});
	expect({ importerId, allOrNothing, rowTotal }).toEqual({
		importerId: 'complaints',
		allOrNothing: true,
		rowTotal: 1200
	});
});

test('a mapping for another importer than the chosen one is guessed anew', () => {
	const form = formOf([
		['importer', 'exposure'],
		['mapped-for', 'complaints'],
		['origin:text', fromColumn('内容')]
	]);
	expect(readMappingForm(form)).toMatchObject({ importerId: 'exposure', mapping: undefined });
});

test('a select shows the origin that it was read from', () => {
	const origins: (ColumnOrigin | undefined)[] = [undefined, { from: 'constant' }, { constant: 'x' }];
	for (const origin of origins) {
		const form = formOf([
			['importer', 'complaints'],
			['mapped-for', 'complaints'],
			['origin:text', originChoice(origin)],
			['constant:text', origin && 'constant' in origin ? origin.constant : '']
		]);
		expect(readMappingForm(form).mapping?.columns).toEqual(origin ? { text: origin } : {});
	}
});
