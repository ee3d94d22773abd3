import { paragraph, type Paragraph } from '../blocks.ts';
import type { ReportData } from '../report-data.ts';
import { listNames } from '../words.ts';
import { judgeThemes } from './conduct-themes.ts';

/** What moved, what weighs most, and what is asked of the board: sentences without counts, so that no copy leaks one. */
export function sayBoard(data: ReportData): readonly Paragraph[] {
	return [sayMoved(data), sayRisk(data), sayDecisions(data)];
}

function movedThemes(data: ReportData) {
	const verdicts = judgeThemes(data);
	const named = (wanted: 'more' | 'fewer') =>
		listNames(data.conduct.themes.filter(({ id }) => verdicts?.get(id) === wanted).map(({ name }) => name));
	return { more: named('more'), fewer: named('fewer'), isJudged: verdicts !== null };
}

function sayMoved(data: ReportData): Paragraph {
	const { more, fewer, isJudged } = movedThemes(data);
	if (!isJudged)
		return paragraph(
			'Conduct themes cannot be compared with earlier months yet.',
			'催收行为主题暂无法与此前月份比较。'
		);
	return paragraph(
		`Conduct themes against the months before, adjusted for how many were tested. More: ${more.en || 'none'}. Fewer: ${fewer.en || 'none'}.`,
		`催收行为主题与此前月份相比（已按检验个数校正）。增多：${more.zh || '无'}。减少：${fewer.zh || '无'}。`
	);
}

/** The gravest theme that occurs and grew; else the gravest that occurs. */
function topRisk({ conduct }: ReportData, isMore: (id: string) => boolean) {
	const rank = (theme: (typeof conduct.themes)[number]) =>
		(isMore(theme.id) ? 100 : 0) + 10 * theme.severity + Math.min(9, theme.now / (1 + theme.now));
	return conduct.themes
		.filter(({ now }) => now > 0)
		.toSorted((one, other) => rank(other) - rank(one) || (one.id < other.id ? -1 : 1))[0];
}

function sayRisk(data: ReportData): Paragraph {
	const verdicts = judgeThemes(data);
	const isMore = (id: string) => verdicts?.get(id) === 'more';
	const risk = topRisk(data, isMore);
	if (!risk) return paragraph('Top risk: no conduct theme in the month.', '首要风险：本月没有催收行为主题。');
	return isMore(risk.id)
		? paragraph(
				`Top risk: ${risk.name.en} (severity ${risk.severity}), more than before.`,
				`首要风险：${risk.name.zh}（严重度 ${risk.severity} 级），多于此前。`
			)
		: paragraph(
				`Top risk: ${risk.name.en} (severity ${risk.severity}), the gravest theme of the month.`,
				`首要风险：${risk.name.zh}（严重度 ${risk.severity} 级），本月最严重的主题。`
			);
}

function sayDecisions(data: ReportData): Paragraph {
	const units = [...data.agencies, ...data.teams].filter(({ verdict }) => verdict === 'above');
	const above = listNames(units.map(({ name }) => name));
	const { more } = movedThemes(data);
	const asked = [
		...(data.urgentCases.length > 0
			? [{ en: 'confirm that every urgent case has an owner', zh: '确认每件紧急个案均有责任人' }]
			: []),
		...(units.length > 0
			? [{ en: `order a review of ${above.en}, above the limits`, zh: `对高于界限的${above.zh}启动核查` }]
			: []),
		...(more.en ? [{ en: `set an owner for: ${more.en}`, zh: `为增多的主题指定责任人：${more.zh}` }] : [])
	];
	if (asked.length === 0)
		return paragraph('Decisions asked: none from the figures.', '提请决定：数据未显示需决定的事项。');
	return paragraph(
		`Decisions asked: ${asked.map(({ en }) => en).join('; ')}.`,
		`提请决定：${asked.map(({ zh }) => zh).join('；')}。`
	);
}
