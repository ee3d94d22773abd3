import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFilter, listFields, type Filter, type ListField } from '#core/domain/filter.ts';
import { addDays } from '#core/domain/period.ts';
import { polarities, tagStatuses } from '#core/domain/tag.ts';
import * as vocabulary from '#core/domain/vocabulary.ts';
import {
	exclusionName,
	feedbackHref,
	filterParams,
	parseFilter,
	withFilter,
	writeFilter
} from './filter-params.ts';

function read(search: string) {
	return parseFilter(new URLSearchParams(search));
}
const october = { from: '2026-10-01', to: '2026-11-01' };

describe('a filter and its URL', () => {
	test.each<[string, Partial<Filter>, string]>([
		['nothing chosen', {}, ''],
		['a month', { period: october }, 'period=2026-10'],
		['a range of months', { period: { from: '2025-11-01', to: '2026-11-01' } }, 'period=2025-11..2026-10'],
		['feedback without a date', { period: 'undated' }, 'period=undated'],
		['several values of one field', { team: ['north-1', 'south-2'] }, 'team=north-1&team=south-2'],
		['“not stated”', { stage: ['M1', 'none'] }, 'stage=M1&stage=none'],
		['a stage with a plus sign', { stage: ['M7+'] }, 'stage=M7%2B'],
		['no complaint', { complaint: 'no' }, 'complaint=no'],
		['Chinese words', { text: '催收 家人' }, 'q=%E5%82%AC%E6%94%B6+%E5%AE%B6%E4%BA%BA'],
		['a channel left out', { not: { channel: ['sms', 'none'] } }, 'channel.not=sms&channel.not=none'],
		[
			'themes that must all be there',
			{ theme: ['abuse'], allThemes: ['fee', 'harm'] },
			'theme=abuse&theme.all=fee&theme.all=harm'
		],
		['what was denied', { polarity: ['negated'], status: ['rejected'] }, 'polarity=negated&status=rejected'],
		['the word 0', { text: '0' }, 'q=0'],
		['an import numbered 0', { import: ['0'] }, 'import=0'],
		[
			'a conduct theme of high severity in October, in the order of the table',
			{ severity: ['3', '4'], taxonomy: ['conduct'], period: october, origin: 'imported' },
			'period=2026-10&taxonomy=conduct&severity=3&severity=4&origin=imported'
		]
	])('%s', (_name, patch, search) => {
		const filter = { ...emptyFilter, ...patch };
		expect(writeFilter(filter).toString()).toBe(search);
		expect(read(search)).toEqual({ filter, issues: [] });
	});

	test('survives the way there and back, whatever is chosen', () => {
		fc.assert(
			fc.property(anyFilter(), (filter) => {
				const { filter: back, issues } = parseFilter(new URLSearchParams(writeFilter(filter).toString()));
				expect(issues).toEqual([]);
				expect(back).toEqual(filter);
			})
		);
	});

	test('reading never throws, and what was read is written the same again', () => {
		const names = [
			...Object.values(filterParams).map(({ name }) => name),
			...listFields.map(exclusionName),
			...['from', 'to', 'size', 'x']
		];
		const pairs = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'grapheme' })));
		fc.assert(
			fc.property(pairs, (search) => {
				const { filter } = parseFilter(new URLSearchParams(search));
				expect(parseFilter(writeFilter(filter)).filter).toEqual(filter);
			})
		);
	});
});

describe('tolerant reading', () => {
	test.each<[string, string, Partial<Filter>, { param: string; value: string }[]]>([
		[
			'an unknown channel is named and left out',
			'channel=fax&channel=sms',
			{ channel: ['sms'] },
			[{ param: 'channel', value: 'fax' }]
		],
		['a month that is none', 'period=2026-13', {}, [{ param: 'period', value: '2026-13' }]],
		['a year that is a typing error', 'period=0026', {}, [{ param: 'period', value: '0026' }]],
		[
			'a second period',
			'period=2026-10&period=2026-11',
			{ period: october },
			[{ param: 'period', value: '2026-11' }]
		],
		[
			'a channel that is none, left out',
			'channel.not=fax&channel.not=&channel.not=sms',
			{ not: { channel: ['sms'] } },
			[{ param: 'channel.not', value: 'fax' }]
		],
		['nothing left out', 'channel.not=&team.not=', {}, []],
		['a severity of 0', 'severity=0', {}, [{ param: 'severity', value: '0' }]],
		['a parameter nobody knows', 'chanel=sms', {}, [{ param: 'chanel', value: 'sms' }]],
		['fields a form sends empty', 'period=&q=&team=&from=&to=&complaint=', {}, []],
		['a value given twice', 'team=b&team=a&team=b', { team: ['a', 'b'] }, []],
		['parameters of the view', 'grain=week&sort=urgent&after=abc&size=100', {}, []],
		['two days of a form', 'from=2026-10-01&to=2026-10-31', { period: october }, []],
		['days that beat the period field', 'period=2025&from=2026-10-01&to=2026-10-31', { period: october }, []],
		[
			'days in the wrong order',
			'from=2026-10-31&to=2026-10-01',
			{},
			[
				{ param: 'from', value: '2026-10-31' },
				{ param: 'to', value: '2026-10-01' }
			]
		],
		['spaces around words', 'q=++my++mother+', { text: 'my mother' }, []]
	])('%s', (_name, search, patch, issues) => {
		expect(read(search)).toEqual({ filter: { ...emptyFilter, ...patch }, issues });
	});
});

describe('links', () => {
	test('a link changes only what it names', () => {
		const filter = { ...emptyFilter, period: october, team: ['north-1'] };
		expect(feedbackHref(filter, { channel: ['phone'] })).toBe(
			'/feedback?period=2026-10&team=north-1&channel=phone'
		);
		expect(withFilter('/agents', filter, { team: [], period: null })).toBe('/agents');
	});
});

function anyFilter(): fc.Arbitrary<Filter> {
	const day = fc
		.date({ min: new Date('1900-01-01'), max: new Date('2999-01-01'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	const period = fc
		.tuple(day, fc.integer({ min: 1, max: 800 }))
		.map(([from, days]) => ({ from, to: addDays(from, days) }));
	const open = fc
		.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 4 })
		.map((values) => values.filter((value) => value.trim() === value).sort());
	const closed = (values: readonly (string | number)[]) => fc.subarray(values.map(String));
	const lists = {
		kind: closed(vocabulary.kinds),
		theme: open,
		taxonomy: closed(vocabulary.taxonomies),
		severity: closed(vocabulary.severities),
		polarity: closed(polarities),
		status: closed(tagStatuses),
		worst: closed(['0', ...vocabulary.severities]),
		urgency: closed(vocabulary.urgencies),
		agency: open,
		team: open,
		agent: open,
		channel: closed([...vocabulary.channels, 'none']),
		source: closed(vocabulary.sources),
		product: open,
		stage: closed([...vocabulary.stages, 'none']),
		region: open,
		language: closed(vocabulary.languages),
		rating: closed(['1', '2', '3', '4', '5', 'none']),
		attribution: closed(vocabulary.attributions),
		import: open,
		template: open
	} satisfies Record<ListField, fc.Arbitrary<string[]>>;
	const not = fc
		.record(lists, { requiredKeys: [] })
		.map((all) => Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0)));
	return fc.record({
		period: fc.oneof(period, fc.constant('undated' as const), fc.constant(null)),
		complaint: fc.constantFrom('yes', 'no', null),
		origin: fc.constantFrom('imported', 'simulated', 'all', null),
		text: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.trim().replace(/\s+/g, ' ')),
		allThemes: open,
		...lists,
		not
	}) as fc.Arbitrary<Filter>;
}
