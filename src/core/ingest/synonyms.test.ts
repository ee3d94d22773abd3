import { expect, test } from 'vitest';
import { attributions, channels, kinds, sources, stages } from '#core/domain/vocabulary.ts';
import {
	attributionWords,
	channelWords,
	kindWords,
	makeLookup,
	sourceWords,
	stageWords,
	yesNoWords,
	type Synonyms
} from './synonyms.ts';

const lists: [string, readonly string[], Synonyms<string>][] = [
	['channel', channels, channelWords],
	['source', sources, sourceWords],
	['stage', stages, stageWords],
	['attribution', attributions, attributionWords],
	['kind', kinds, kindWords],
	['yes or no', ['yes', 'no'], yesNoWords]
];

test.each(lists)('every %s and each of its synonyms stands for that one only', (_name, ids, synonyms) => {
	const find = makeLookup(synonyms);
	for (const id of ids)
		for (const word of [id, ...synonyms[id]!]) expect([word, find(word)]).toEqual([word, id]);
});

test('case, width, spaces and kinds of dashes do not matter', () => {
	const stage = makeLookup(stageWords);
	expect([' m4 – M6', 'Ｍ１', 'Written Off', '91-180'].map(stage)).toEqual([
		'M4-M6',
		'M1',
		'written_off',
		'M4-M6'
	]);
	expect(makeLookup(channelWords)('e-mail')).toBe('email');
});

test('a word on no list stands for nothing', () => {
	expect(makeLookup(channelWords)('pigeon')).toBeNull();
	expect(makeLookup(channelWords)('constructor')).toBeNull();
});
