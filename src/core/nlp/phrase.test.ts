import { expect, it } from 'vitest';
import { readPhrase } from './phrase.ts';

it.each([
	['not my debt', [['not my debt']]],
	['call {my|her} boss … twice', [['call my boss', 'call her boss'], ['twice']]],
	['{a|b}{1|2}', [['a1', 'a2', 'b1', 'b2']]],
	['{I|} told them', [['I told them', ' told them']]],
	[
		'骂{我|他}…{天|夜}',
		[
			['骂我', '骂他'],
			['天', '夜']
		]
	]
])('reads %j', (phrase, parts) => {
	expect(readPhrase(phrase)).toEqual(parts);
});
