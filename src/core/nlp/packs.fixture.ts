import type { Packs, PatternRule, PolarityPack, Theme, WordClasses } from '../domain/theme-pack.ts';
import type { Taxonomy } from '../domain/vocabulary.ts';

/** Small packs for tests: what they hold is what a test can rely on. */
const englishClasses: WordClasses = {
	language: 'en',
	skip: ['a', 'an', 'the'],
	adverbs: ['just', 'even'],
	sameAs: { told: 'tell', kept: 'keep' },
	misspelt: { callling: 'calling', theyre: "they're" },
	alikeInPhrases: ['relative', 'my', 'me', 'contact'],
	classes: {
		relative: ['mother|father|wife|mother in law', '<friend>'],
		friend: ['friend'],
		my: ['=my|=our'],
		me: ['=me|=us'],
		contact: ['=call|=calls|=called|=calling'],
		times: ['times|calls']
	},
	quantities: {
		count_per_day: ['# <times>? {=a|per} day'],
		time_am: ['# in morning'],
		duration_week: ['# weeks']
	},
	socialHours: { from: '08:00', to: '21:00' }
};
const chineseClasses: WordClasses = {
	language: 'zh',
	skip: ['了', '的'],
	adverbs: [],
	sameAs: { 我们: '我', 她: '他' },
	alikeInPhrases: ['relative'],
	classes: { relative: ['父母|妈妈|朋友|(我)妈'], unit: ['个电话|通|个'] },
	quantities: { count_per_day: ['{一天|每天}{打}?{了}?#<unit>'] },
	socialHours: { from: '08:00', to: '22:00' }
};
const englishPolarity: PolarityPack = {
	language: 'en',
	negators: ['never', 'not'],
	pseudoNegators: ['not only', 'not stop'],
	window: 5,
	stops: ['but', 'and'],
	hypothetical: ['will they', 'what if'],
	ownAct: ['I {will|}'],
	threat: ['threaten to', 'said they would'],
	norms: ['under the fdcpa'],
	turns: ['but'],
	comparisons: ['unlike other'],
	ownSpeech: ['I {said|asked}'],
	speakers: { agent: ['agent'], borrower: ['customer'] }
};
const chinesePolarity: PolarityPack = {
	language: 'zh',
	negators: ['没', '没有', '不'],
	pseudoNegators: ['没完没了', '不停'],
	window: 6,
	stops: ['但'],
	hypothetical: ['会不会', '会…吗'],
	ownAct: ['我要'],
	threat: ['扬言', '威胁'],
	norms: ['根据…规定'],
	turns: ['但'],
	comparisons: ['不像别家'],
	ownSpeech: ['我说'],
	speakers: { agent: ['坐席'], borrower: ['客户'] }
};

export function aTheme(
	id: string,
	en: readonly string[],
	zh: readonly string[],
	taxonomy: Taxonomy = 'conduct'
): Theme {
	const name = { en: id, zh: id };
	return {
		id,
		taxonomy,
		severity: 3,
		name,
		counts: name,
		notCounts: null,
		why: null,
		urgency: null,
		clauses: [],
		cfpb: null,
		jrt: null,
		phrases: { en, zh }
	};
}

export function aRule(
	language: 'en' | 'zh',
	theme: string,
	pattern: string,
	more: Partial<PatternRule> = {}
): PatternRule {
	return {
		id: `${theme}/${language}/${pattern}`,
		language,
		theme,
		pattern,
		scope: 'sentence',
		requires: [],
		excludes: [],
		polarity: null,
		raises: false,
		matches: ['-'],
		misses: ['-'],
		source: 'test',
		...more
	};
}

export function packsOf(themes: readonly Theme[], patterns: readonly PatternRule[] = []): Packs {
	return {
		version: 'test',
		themes,
		patterns,
		classes: [englishClasses, chineseClasses],
		polarity: [englishPolarity, chinesePolarity],
		rules: [],
		crosswalks: []
	};
}
