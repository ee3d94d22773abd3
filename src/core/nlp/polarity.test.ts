import { describe, expect, it } from 'vitest';
import { aTheme, packsOf } from './packs.fixture.ts';
import { createTagger } from './tagger.ts';

const tagger = createTagger(packsOf([aTheme('insult', ['harass'], ['骂'])]));
function decisionOn(text: string, language: 'en' | 'zh-Hans') {
	const spans = tagger.tag(text, language).flatMap((tag) => tag.spans);
	return spans.map(({ polarity, reason }) => (reason ? `${polarity}, ${reason}` : polarity)).join('; ');
}

describe('polarity in English', () => {
	it.each([
		['They harass me.', 'asserted'],
		['They never harass me.', 'negated, negator: never'],
		["They don't harass me.", "negated, negator: don't"],
		['Knots harass me.', 'asserted'],
		['They never called me at my home on Sundays to harass me.', 'asserted'],
		['Never rude, they harass me.', 'asserted'],
		['They did not call but harass me.', 'asserted'],
		['They not only harass me.', 'asserted'],
		['Will they harass me?', 'hypothetical, question: will they'],
		['Will they pay? They harass me.', 'asserted'],
		['They threatened to harass me.', 'threatened, threat: threatened to'],
		['I will harass them.', 'own_act, own_act: i will'],
		['So I harass them.', 'own_act, own_act: i'],
		['I said they harass me.', 'asserted'],
		['Under the FDCPA nobody may harass me.', 'hypothetical, norm: under the fdcpa'],
		['Under the FDCPA it is barred, but they harass me.', 'asserted'],
		['Unlike other firms that harass people you were kind.', 'hypothetical, comparison: unlike other'],
		['He said "I will harass you".', 'asserted, speaker: collector'],
		['I said "I will harass you".', 'own_act, own_act: i will'],
		[
			'Agent: I will harass you.\nCustomer: I will harass you.',
			'asserted, speaker: collector; own_act, own_act: i will'
		],
		['Customer: you harass me.', 'asserted']
	])('%s', (text, decision) => {
		expect(decisionOn(text, 'en')).toBe(decision);
	});
});

describe('polarity in Chinese', () => {
	it.each([
		['他骂我', 'asserted'],
		['他没有骂我', 'negated, negator: 没有'],
		['没有骗我，他骂我', 'asserted'],
		['他没完没了骂我', 'asserted'],
		['他不停地骂我', 'asserted'],
		['会不会骂我', 'hypothetical, question: 会不会'],
		['会骂我吗', 'hypothetical, question: 会骂我吗'],
		['他扬言骂我', 'threatened, threat: 扬言'],
		['我要骂他', 'own_act, own_act: 我要'],
		['根据监管规定催收员骂人要处理', 'hypothetical, norm: 根据监管规定'],
		['根据监管规定要文明，但他骂我', 'asserted'],
		['不像别家那样骂人', 'hypothetical, comparison: 不像别家'],
		['他说：“我要骂你”', 'asserted, speaker: collector'],
		['我说：“我要骂你”', 'own_act, own_act: 我要'],
		['坐席：我要骂你\n客户：我要骂你', 'asserted, speaker: collector; own_act, own_act: 我要']
	])('%s', (text, decision) => {
		expect(decisionOn(text, 'zh-Hans')).toBe(decision);
	});
});
