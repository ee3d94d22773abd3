import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '../../domain/tag.ts';
import type { Theme } from '../../domain/theme-pack.ts';
import type { Tagger } from '../tagger.ts';
import { anyConduct, type Calibration } from './calibration.ts';
import { createEnglishFeatures, readChineseFeatures } from './features.ts';
import { createKnownFeatures } from './known-features.ts';
import { learnWeights, type LabelledText } from './learn.ts';
import { createScorer } from './scorer.ts';
import { withSecondOpinion } from './second-opinion.ts';

const openings = ['Hello.', 'My account is old.', 'I paid on Monday.', 'Please read this letter.'];
const acts: readonly (readonly [string, string | null])[] = [
	['They called my boss at the factory', 'workplace_contact'],
	['He phoned the factory and asked for my boss', 'workplace_contact'],
	['She shouted at me and called me a liar', 'abusive_language'],
	['He shouted that I am a liar', 'abusive_language'],
	['The balance on the letter is wrong', null],
	['Nobody answered my letter about the balance', null]
];
const texts = openings.flatMap((opening) =>
	acts.map(([act, theme]): LabelledText => ({
		text: `${opening} ${act}.`,
		labels: new Set(theme ? [theme] : []),
		ignored: new Set(),
		evidence: theme ? { [theme]: [act] } : {}
	}))
);
const themeIds = ['abusive_language', 'workplace_contact'];
/** A theme is as likely as its score says, whatever the text's length. */
const calibrations = { named: at(0), found: at(99) };
/** Likely enough from about this score on. */
function at(bias: number): Calibration {
	return { bias, score: 1, length: 0 };
}
const weights = learnWeights('en', themeIds, texts, calibrations);
const themes = themeIds.map((id) => ({ id, taxonomy: 'conduct', severity: 3 }) as Theme);
const silent: Tagger = { tag: () => [] };

describe('features', () => {
	it('are stems and pairs of stems, without what the source has blacked out', () => {
		expect([...createEnglishFeatures()('they called 15 times, xxxx calling')]).toEqual([
			'thei',
			'call',
			'thei call',
			'#',
			'call #',
			'time',
			'# time'
		]);
	});
	it('are runs of up to three characters between signs', () => {
		expect([...readChineseFeatures('打3次，骂')]).toEqual(['打', '#', '次', '打#', '#次', '打#次', '骂']);
	});
});

describe('features of concepts', () => {
	const concepts = { relative: ['mother', 'mother in law'], contact: ['call', 'reach out to'] };
	const found = (text: string) =>
		[...createEnglishFeatures(concepts)(text)].filter((feature) => feature.startsWith('<'));
	it('are classes of words, and pairs of them near each other in the order they stand', () => {
		expect(found('they reached out to my mother')).toEqual([
			'<contact>',
			'<relative>',
			'<contact> <relative>'
		]);
		expect(found('my mother called')).toContain('<relative> <contact>');
		expect(found('my aunt waved')).toEqual([]);
	});
	it('are the longest expression from a word on', () => {
		expect(found('mother in law')).toEqual(['<relative>']);
		expect(found('reach out')).toEqual([]);
	});
	it('are no pair where many words stand between', () => {
		expect(found('they called and then a long and quiet week went by before mother')).toEqual([
			'<contact>',
			'<relative>'
		]);
	});
});

describe('known features', () => {
	const concepts = { they: ['thei', "can't call"], number: ['# call', 'call', 'phone #'] };
	const words = fc.constantFrom(
		'they',
		'called',
		"can't",
		'xxxx',
		'15',
		' ',
		', ',
		'«phone 2»',
		'打',
		'骂',
		'3次',
		'，',
		'Ｔ',
		'[x]',
		"'"
	);
	it.each([
		['en', createEnglishFeatures(), {}],
		['en', createEnglishFeatures(concepts), concepts],
		['zh', readChineseFeatures, {}]
	] as const)('are read as in learning: %s', (language, read, concepts) => {
		fc.assert(
			fc.property(fc.array(words), fc.array(words), (sentence, learnt) => {
				const text = sentence.join('');
				const names = [...read(learnt.join(''))];
				const found = new Set<number>();
				createKnownFeatures(language, names, concepts).read(text, 0, text.length, (feature) =>
					found.add(feature)
				);
				expect([...found].map((feature) => names[feature]).sort()).toEqual(
					[...read(text)].filter((name) => names.includes(name)).sort()
				);
			})
		);
	});
});

describe('learnWeights', () => {
	it('learns the same from the same texts, and says nothing of a text but its words', () => {
		expect(learnWeights('en', themeIds, texts, calibrations)).toEqual(weights);
		for (const feature of Object.keys(weights.features)) expect(feature.split(' ').length).toBeLessThan(3);
	});
	it('tells the themes apart in sentences it has not seen', () => {
		const [abuse, work] = createScorer(weights).score('They keep calling the factory. I am ill.');
		expect(work?.score).toBeGreaterThan(abuse?.score ?? 0);
	});
	it('takes a near-miss neither as example nor as counterexample', () => {
		const nearMiss = { text: 'They called my boss. '.repeat(3), labels: new Set<string>(), evidence: {} };
		const ignoring = learnWeights(
			'en',
			themeIds,
			[...texts, { ...nearMiss, ignored: new Set(themeIds) }],
			calibrations
		);
		const counting = learnWeights(
			'en',
			themeIds,
			[...texts, { ...nearMiss, ignored: new Set() }],
			calibrations
		);
		const scoreBy = (learnt: typeof weights) =>
			createScorer(learnt).score('They called my boss')[1]?.score ?? 0;
		expect(scoreBy(ignoring)).toBeGreaterThan(scoreBy(counting));
	});
});

/** Long enough to be doubted. */
const letter = 'The balance on the letter is wrong'.repeat(4);

describe('withSecondOpinion', () => {
	const tagger = withSecondOpinion(silent, [{ ...weights, named: at(0.7) }], themes);

	it('names a theme no rule has seen, with its sentence, words and probability', () => {
		const text = 'I am ill. Ｔhey called my boss at the factory. The letter is here.';
		const [tag, ...more] = tagger.tag(text, 'en');
		expect(more).toEqual([]);
		expect(tag).toMatchObject({ themeId: 'workplace_contact', severity: 3, polarity: 'asserted' });
		const [span] = tag?.spans ?? [];
		expect(text.slice(span?.start, span?.end)).toBe('Ｔhey called my boss at the factory.');
		expect(span?.ruleId).toBe('classifier/workplace_contact/en');
		expect(span?.reason).toMatch(/^words: .*(boss|factori) \+\d/);
		expect(span?.score).toBeGreaterThan(0.27);
	});
	it('leaves to the rules what they have seen', () => {
		const denied: Tag = {
			themeId: 'workplace_contact',
			taxonomy: 'conduct',
			severity: 3,
			polarity: 'negated',
			spans: [{ start: 0, end: 4, ruleId: 'r', polarity: 'negated' }]
		};
		const ruled = withSecondOpinion({ tag: () => [denied] }, [{ ...weights, named: at(0.7) }], themes);
		expect(ruled.tag('They called my boss at the factory', 'en')).toEqual([denied]);
	});
	it('names no conduct in a sentence in which a rule counts praise, and still does in the others', () => {
		const praise = (start: number, end: number): Tagger => ({
			tag: () => [
				{
					themeId: 'praise_named_agent',
					taxonomy: 'positive',
					severity: 1,
					polarity: 'asserted',
					spans: [{ start, end, ruleId: 'r', polarity: 'asserted' }]
				}
			]
		});
		const text = 'They were kind. They called my boss at the factory.';
		const themesIn = (start: number, end: number) =>
			withSecondOpinion(praise(start, end), [{ ...weights, named: at(0.7) }], themes)
				.tag(text, 'en')
				.map(({ themeId }) => themeId);
		expect(themesIn(10, 14)).toContain('workplace_contact');
		expect(themesIn(21, 27)).not.toContain('workplace_contact');
	});
	it('doubts what a rule has found where little in the text speaks for it, and what is critical only where nearly nothing does', () => {
		const ruled = (severity: 3 | 4): Tagger => ({
			tag: () => [
				{
					themeId: 'workplace_contact',
					taxonomy: 'conduct',
					severity,
					polarity: 'asserted',
					spans: [
						{ start: 0, end: 3, ruleId: 'r', polarity: 'asserted' },
						{ start: 4, end: 7, ruleId: 'r', polarity: 'negated' }
					]
				}
			]
		});
		const score = createScorer(weights).score(letter)[1]?.score ?? 0;
		const doubting = (severity: 3 | 4, odds = 0.4) =>
			withSecondOpinion(ruled(severity), [{ ...weights, found: at(Math.log(odds) - score) }], themes);
		const [tag] = doubting(3).tag(letter, 'en');
		expect(tag?.polarity).toBe('doubted');
		expect(tag?.spans.map(({ polarity }) => polarity)).toEqual(['doubted', 'negated']);
		expect(tag?.spans[0]?.reason).toMatch(/^doubt: 0\.\d\d, .*−\d/);
		expect(doubting(4).tag(letter, 'en')[0]?.polarity).toBe('asserted');
		expect(doubting(4, 0.1).tag(letter, 'en')[0]?.polarity).toBe('doubted');
		const sure = doubting(3).tag('They called my boss at the factory', 'en');
		expect(sure[0]?.polarity).toBe('asserted');
	});
	it('does not doubt what rules count in two places', () => {
		const found = (...ends: readonly number[]): Tag => ({
			themeId: 'workplace_contact',
			taxonomy: 'conduct',
			severity: 3,
			polarity: 'asserted',
			spans: ends.map((end) => ({ start: end - 1, end, ruleId: 'r', polarity: 'asserted' }))
		});
		const polarityOf = (tag: Tag) =>
			withSecondOpinion({ tag: () => [tag] }, [{ ...weights, found: at(-0.4) }], themes).tag(letter, 'en')[0]
				?.polarity;
		expect(polarityOf(found(3))).toBe('doubted');
		expect(polarityOf(found(3, 9))).toBe('asserted');
	});
	it('does not doubt a text that is short, or little more than the hit', () => {
		const polarityOf = (end: number, whole: string) => {
			const spans = [{ start: 0, end, ruleId: 'r', polarity: 'asserted' }] as const;
			const tag: Tag = {
				themeId: 'workplace_contact',
				taxonomy: 'conduct',
				severity: 3,
				polarity: 'asserted',
				spans
			};
			const ruled = withSecondOpinion({ tag: () => [tag] }, [{ ...weights, found: at(-0.4) }], themes);
			return ruled.tag(whole, 'en')[0]?.polarity;
		};
		const most = Math.ceil(0.6 * letter.length);
		expect(polarityOf(most, letter)).toBe('asserted');
		expect(polarityOf(most - 2, letter)).toBe('doubted');
		expect(polarityOf(most, `${letter} ${letter}`)).toBe('doubted');
		expect(polarityOf(3, letter.slice(0, 99))).toBe('asserted');
	});
	it('asks how much of any conduct a text tells, and never names that', () => {
		const anyTexts = texts.map((each) => ({
			...each,
			labels: new Set([...each.labels, ...(each.labels.size > 0 ? [anyConduct] : [])]),
			evidence: { ...each.evidence, [anyConduct]: Object.values(each.evidence).flat() }
		}));
		const learnt = learnWeights('en', [...themeIds, anyConduct], anyTexts, calibrations);
		const named = (conduct: number) =>
			withSecondOpinion(silent, [{ ...learnt, named: { ...at(-0.2), conduct } }], themes)
				.tag('They called my boss at the factory', 'en')
				.map(({ themeId, spans }) => [themeId, spans[0]?.score ?? 0] as const);
		const [without] = named(0);
		const [withIt, ...more] = named(0.5);
		expect(without?.[0]).toBe('workplace_contact');
		expect(withIt?.[0]).toBe('workplace_contact');
		expect(withIt?.[1]).toBeGreaterThan(without?.[1] ?? 1);
		expect(more.map(([themeId]) => themeId)).not.toContain(anyConduct);
	});
	it('is silent in languages it has not learnt, and where it is not sure', () => {
		expect(tagger.tag('They called my boss at the factory', 'zh-Hans')).toEqual([]);
		expect(tagger.tag('The balance is wrong', 'en')).toEqual([]);
	});
	it('never throws, and its spans lie within the text', () => {
		const eager = withSecondOpinion(silent, [{ ...weights, named: at(99) }], themes);
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', ' boss. '), (text, word) => {
				const whole = word + text;
				for (const { spans } of eager.tag(whole, 'en'))
					for (const { start, end } of spans) {
						expect(start).toBeGreaterThanOrEqual(0);
						expect(end).toBeGreaterThan(start);
						expect(end).toBeLessThanOrEqual(whole.length);
					}
			})
		);
	});
});
