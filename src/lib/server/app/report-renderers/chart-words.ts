import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { ChartWords } from '#lib/charts/spec.ts';
import { say } from './say.ts';

type Word = Exclude<keyof ChartWords, 'other'>;

/** Charts in a report speak its language, which need not be that of a page. */
const words: Readonly<Record<Word, Bilingual>> = {
	period: { en: 'Period', zh: '期间' },
	incomplete: { en: 'period not complete', zh: '期间未完整' },
	tooFew: { en: 'too few to say', zh: '样本过少，不作判断' },
	noData: { en: 'no data', zh: '无数据' },
	interval: { en: '95 % interval', zh: '95% 置信区间' },
	limits: { en: 'natural variation', zh: '自然波动范围' },
	center: { en: 'mean', zh: '均值' },
	inside: { en: 'inside its limits', zh: '在控制限内' },
	outside: { en: 'outside its limits', zh: '超出控制限' },
	expected: { en: 'expected', zh: '预期数' },
	observed: { en: 'received', zh: '实际数' },
	denominator: { en: 'out of', zh: '基数' },
	ratio: { en: 'received ÷ expected', zh: '实际 ÷ 预期' },
	limits95: { en: '95 % limits', zh: '95% 控制限' },
	limits998: { en: '99.8 % limits', zh: '99.8% 控制限' },
	verdict: { en: 'verdict', zh: '判断' },
	total: { en: 'total', zh: '合计' }
};

export function chartWordsIn(language: ReportLanguage): ChartWords {
	const said = Object.fromEntries(
		Object.entries(words).map(([key, word]) => [key, say(word, language)])
	) as Record<Word, string>;
	const other = (count: number) =>
		say({ en: `${count} others together`, zh: `其余 ${count} 项合计` }, language);
	return { ...said, other };
}
