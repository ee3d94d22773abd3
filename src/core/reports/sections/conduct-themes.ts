import { complaintRate } from '#core/domain/kpis/complaint-rate.ts';
import { lengthOf, periodOf } from '#core/domain/period.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import { garwoodInterval } from '#core/stats/garwood.ts';
import { judgeRates, type RateVerdict } from '#core/stats/judge-rates.ts';
import { wilsonInterval } from '#core/stats/wilson.ts';
import { paragraph, type Block, type Column, type Row, type SectionBuilder } from '../blocks.ts';
import { countColumn, derivedColumn, shareColumns, textColumn } from '../columns.ts';
import { linkTo, type ReportData, type ThemeCount } from '../report-data.ts';
import { themeBars } from '../theme-bars.ts';
import { tooFewToSay } from '../words.ts';

const rateUnit = complaintRate.unit;
const percent = { type: 'percent', digits: 1 } as const;
const columns: readonly Column[] = [
	textColumn('theme', 'Theme', '主题'),
	{ key: 'severity', title: { en: 'Severity', zh: '严重度' }, type: 'integer' },
	countColumn('now', 'This month', '本月'),
	countColumn('previous', 'Month before', '上月'),
	derivedColumn('mean', 'Monthly mean before', '此前月均', { digits: 1 }),
	derivedColumn('rate', 'Per 1,000 contacts', '每千次触达', { unit: rateUnit }),
	derivedColumn('rateLow', 'Rate, 95% from', '比率 95% 下限', { unit: rateUnit }),
	derivedColumn('rateHigh', 'Rate, 95% to', '比率 95% 上限', { unit: rateUnit }),
	derivedColumn('change', 'Change of the rate', '比率变化', { type: 'change' }),
	...shareColumns,
	textColumn('verdict', 'Against before', '与此前相比'),
	derivedColumn('precision', 'Tags confirmed by reviewers', '复核确认率', percent),
	countColumn('reviewed', 'Tags reviewed', '已复核标签')
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
			themeBars(data, {
				id: 'themes-chart',
				title: { en: 'Conduct themes in the month', zh: '本月催收行为主题' },
				tableId: 'themes',
				themes: data.conduct.themes.toSorted((one, other) => other.now - one.now)
			}),
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
	const exposed = data.conduct.contacts;
	const rate = exposed ? { value: now / exposed, ...garwoodInterval(now, exposed) } : null;
	const mean = rateBefore(data, theme);
	const checked = data.detail.reviewed.find((row) => row.theme === theme.id);
	const reviewed = (checked?.confirmed ?? 0) + (checked?.rejected ?? 0);
	return {
		key: theme.id,
		cells: {
			theme: { value: theme.name },
			severity: { value: theme.severity },
			now: { value: now, link: linkTo(data, { theme: [theme.id] }) },
			previous: { value: earlier[0] ?? null },
			mean: { value: earlier.length > 0 ? sum(earlier) / earlier.length : null },
			rate: { value: rate && per * rate.value },
			rateLow: { value: rate && per * rate.low },
			rateHigh: { value: rate && per * rate.high },
			change: { value: rate && mean ? rate.value / mean - 1 : null },
			share: { value: interval && now / data.complaints },
			shareLow: { value: interval?.low ?? null },
			shareHigh: { value: interval?.high ?? null },
			verdict: { value: verdict && words[verdict] },
			precision: { value: reviewed > 0 ? (checked?.confirmed ?? 0) / reviewed : null },
			reviewed: { value: reviewed }
		}
	};
}

const per = 1000;

/** Of all earlier months together; null without their contacts. */
function rateBefore({ conduct }: ReportData, { earlier }: ThemeCount): number | null {
	return conduct.earlier.length > 0 && hasContacts(conduct)
		? sum(earlier) / sum(conduct.earlier.map(({ contacts }) => contacts ?? 0))
		: null;
}

/** This month's rate of each theme against that of all earlier months together; null where nothing can be compared. */
export function judgeThemes(data: ReportData): Map<string, RateVerdict> | null {
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
