import { describe, expect, it } from 'vitest';
import { complaints } from './importers/complaints.ts';
import { exposure } from './importers/exposure.ts';
import { createRowMapper, missingColumns, suggestMapping } from './mapping.ts';

const zone = 'Asia/Shanghai';
const header = ['工单编号', '受理时间', '催收方式', '投诉内容', '合同号', '委外机构', '备用'];

describe('suggestMapping', () => {
	it('finds our columns under Chinese names', () => {
		const { columns } = suggestMapping(complaints.columns, header);
		expect(columns).toEqual({
			complaint_id: { from: '工单编号' },
			received_on: { from: '受理时间' },
			channel: { from: '催收方式' },
			text: { from: '投诉内容' },
			borrower_ref: { from: '合同号' },
			agency_id: { from: '委外机构' }
		});
	});
	it('gives a column of the file to one of ours only, and says what is missing', () => {
		const mapping = suggestMapping(exposure.columns, ['日期', '组别', '外呼量', '接通量']);
		const origins = Object.values(mapping.columns).map((origin) => 'from' in origin && origin.from);
		expect(new Set(origins).size).toBe(origins.length);
		expect(missingColumns(exposure.columns, mapping)).toEqual(['channel', 'stage', 'product', 'accounts']);
	});
	it.each([
		['03/25/2026', 'month-first'],
		['25/03/2026', 'day-first'],
		['05/03/2026', 'day-first'],
		['2026-03-05', 'year-first']
	])('tells the order of dates from %s', (date, order) => {
		const sample = [{ line: 2, values: { Date: date, Complaint: 'They call.' } }];
		expect(suggestMapping(complaints.columns, ['Date', 'Complaint'], sample).dateOrder).toBe(order);
	});
});

describe('createRowMapper', () => {
	const mapping = {
		columns: {
			received_on: { from: '受理时间' },
			channel: { from: '催收方式' },
			text: { from: '投诉内容' },
			product: { constant: '消费贷' },
			stage: { from: '账龄' }
		},
		values: { stage: { '31至60天': 'M2' } },
		dateOrder: 'day-first' as const
	};
	const map = createRowMapper(complaints.columns, mapping, zone);
	const values = { 受理时间: '05/03/2026 10:12', 催收方式: '电话', 投诉内容: '骚扰', 账龄: ' 31至60天 ' };

	it('brings columns, words, dates and constants into our form', () => {
		const row = map({ line: 7, values });
		expect(row).toEqual({
			line: 7,
			values: { received_on: '2026-03-05', text: '骚扰', channel: '电话', product: '消费贷', stage: 'M2' }
		});
		const mapped = complaints.map(row);
		expect(mapped.ok && mapped.value.draft).toMatchObject({
			receivedOn: '2026-03-05',
			channel: 'phone',
			stage: 'M2'
		});
	});
	it('leaves a day that cannot be read for the importer to name', () => {
		const mapped = complaints.map(map({ line: 8, values: { ...values, 受理时间: '昨天' } }));
		expect(mapped.ok ? [] : mapped.issues.map(({ line, code, value }) => ({ line, code, value }))).toEqual([
			{ line: 8, code: 'bad-date', value: '昨天' }
		]);
	});
});
