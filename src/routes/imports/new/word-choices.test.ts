import { expect, test } from 'vitest';
import { dayColumn, column } from '#core/ingest/importer.ts';
import { wordChoices } from './word-choices.ts';

const columns = [
	dayColumn('received_on', 'required', 'Day.', '日期。'),
	column('channel', 'optional', 'Channel.', '渠道。', ['phone', 'visit'])
];
const from = { received_on: { from: '日期' }, channel: { from: '渠道' } };

test('words decided on stay in view beside those the file still has, each once', () => {
	const mapping = {
		columns: from,
		values: { channel: { 走访: 'visit', 无: '' } },
		dateOrder: 'year-first' as const
	};
	const found = wordChoices(
		{ mapping, unknownWords: { channel: ['电联'] } },
		{ channel: ['电联', '其它'] },
		{ columns }
	);
	expect(found).toEqual([
		{
			column: 'channel',
			allowed: ['phone', 'visit'],
			words: [
				{ word: '走访', meaning: 'visit' },
				{ word: '无', meaning: '-' },
				{ word: '电联', meaning: '' },
				{ word: '其它', meaning: '' }
			]
		}
	]);
});

test('a column that comes from nowhere has no words to decide on', () => {
	const mapping = { columns: {}, values: { channel: { 走访: 'visit' } }, dateOrder: 'year-first' as const };
	expect(wordChoices({ mapping, unknownWords: {} }, {}, { columns })).toEqual([]);
});
