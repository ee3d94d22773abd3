import { lengthOf, periodOf } from '#core/domain/period.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import { judgeRates, type RateVerdict } from '#core/stats/judge-rates.ts';
import { wilsonInterval } from '#core/stats/wilson.ts';
import { paragraph, type Block, type Column, type Row, type SectionBuilder } from '../blocks.ts';
import { linkTo, type ReportData, type ThemeCount } from '../report-data.ts';
import { tooFewToSay } from '../words.ts';

const columns: readonly Column[] = [
	{ key: 'theme', title: { en: 'Theme', zh: '主题' }, type: 'text' },
	{ key: 'severity', title: { en: 'Severity', zh: '严重度' }, type: 'integer' },
	{ key: 'now', title: { en: 'This month', zh: '本月' }, type: 'integer' },
	{ key: 'previous', title: { en: 'Month before', zh: '上月' }, type: 'integer' },
	{ key: 'mean', title: { en: 'Monthly mean before', zh: '此前月均' }, type: 'number', digits: 1 },
	{ key: 'share', title: { en: 'Share of complaints', zh: '占投诉比例' }, type: 'percent', digits: 1 },
	{ key: 'shareLow', title: { en: 'Share, 95% from', zh: '占比 95% 下限' }, type: 'percent', digits: 1 },
	{ key: 'shareHigh', title: { en: 'Share, 95% to', zh: '占比 95% 上限' }, type: 'percent', digits: 1 },
	{ key: 'verdict', title: { en: 'Against before', zh: '与此前相比' }, type: 'text' }
];

const words = {
	more: { en: 'more than before', zh: '多于此前' },
	fewer: { en: 'fewer than before', zh: '少于此前' },
	same: { en: 'as before', zh: '与此前相当' },
	'too-few': tooFewToSay
} as const satisfies Record<RateVerdict, Bilingual>;

export const conductThemes: SectionBuilder = {
	id: 'conduct-themes',
	title: { en: 'Conduct themes', zh: '催收行为主题' },
	build: (data): readonly Block[] => {
		const verdicts = judgeThemes(data);
		return [
			explain(data),
			{
				kind: 'table',
				id: 'themes',
				title: { en: 'Conduct themes in the month', zh: '本月催收行为主题' },
				columns,
				rows: data.conduct.themes.map((theme) => buildRow(data, theme, verdicts?.get(theme.id) ?? null))
			}
		];
	}
};

function buildRow(data: ReportData, theme: ThemeCount, verdict: RateVerdict | null): Row {
	const { now, earlier } = theme;
	const interval = data.complaints > 0 ? wilsonInterval(now, data.complaints) : null;
	return {
		key: theme.id,
		cells: {
			theme: { value: theme.name },
			severity: { value: theme.severity },
			now: { value: now, link: linkTo(data, { theme: [theme.id] }) },
			previous: { value: earlier[0] ?? null },
			mean: { value: earlier.length > 0 ? sum(earlier) / earlier.length : null },
			share: { value: interval && now / data.complaints },
			shareLow: { value: interval?.low ?? null },
			shareHigh: { value: interval?.high ?? null },
			verdict: { value: verdict && words[verdict] }
		}
	};
}

/** This month's rate of each theme against that of all earlier months together; null where nothing can be compared. */
function judgeThemes(data: ReportData): Map<string, RateVerdict> | null {
	const exposure = exposureOf(data);
	if (exposure === null) return null;
	return judgeRates(
		data.conduct.themes.map((theme) => ({
			id: theme.id,
			before: { count: sum(theme.earlier), exposure: exposure.before },
			now: { count: theme.now, exposure: exposure.now }
		}))
	);
}

/** Connected contacts where they are known for all the months, else days, which need the month to be over. */
function exposureOf({ month, isOver, conduct }: ReportData): { now: number; before: number } | null {
	if (conduct.earlier.length === 0) return null;
	if (hasContacts(conduct))
		return { now: conduct.contacts ?? 0, before: sum(conduct.earlier.map(({ contacts }) => contacts ?? 0)) };
	const daysOf = (key: string) => lengthOf(periodOf(key));
	return isOver
		? { now: daysOf(month), before: sum(conduct.earlier.map((earlier) => daysOf(earlier.month))) }
		: null;
}

function hasContacts({ contacts, earlier }: ReportData['conduct']): boolean {
	return Boolean(contacts) && earlier.every((month) => Boolean(month.contacts));
}

function explain(data: ReportData) {
	const { conduct } = data;
	const months = conduct.earlier.length;
	if (exposureOf(data) === null)
		return paragraph(
			'Feedback with the theme counted. There is nothing to compare it with yet: no complete month before, or this month is not over and contact data are missing.',
			'含该主题的反馈数。暂无可比对象：此前没有完整月份，或本月尚未结束且缺少触达数据。'
		);
	return hasContacts(conduct)
		? paragraph(
				`Feedback with the theme counted. Compared per connected contact with the ${months} complete months before, at a false discovery rate of 5%.`,
				`含该主题的反馈数。按每次有效触达与此前 ${months} 个完整月份比较，错误发现率 5%。`
			)
		: paragraph(
				`Feedback with the theme counted. Contact data are missing, so it is compared per day with the ${months} complete months before, at a false discovery rate of 5%: a change may be one of volume.`,
				`含该主题的反馈数。缺少触达数据，故按天与此前 ${months} 个完整月份比较，错误发现率 5%；变化可能只是业务量的变化。`
			);
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
