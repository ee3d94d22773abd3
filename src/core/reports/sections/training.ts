import { addDays, type Period } from '#core/domain/period.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { Rate } from '#core/stats/compare-rates.ts';
import { garwoodInterval } from '#core/stats/garwood.ts';
import { paragraph, type Block, type Paragraph, type SectionBuilder, type Table } from '../blocks.ts';
import type { ChartBlock } from '../chart-block.ts';
import { countColumn, derivedColumn, textColumn } from '../columns.ts';
import type { TrainingResult, TrainingRow } from '../report-detail.ts';
import { tooFewToSay } from '../words.ts';

const allHarsh: Bilingual = { en: 'All harsh conduct', zh: '全部不当催收' };
const rateUnit: Bilingual = { en: 'per 1,000 contacts', zh: '每千次触达' };
const per = 1000;

/** Actions, and what changed after trainings beside teams without one. */
export const training: SectionBuilder = {
	id: 'training',
	title: { en: 'Training and actions', zh: '培训与整改' },
	build: ({ detail: { training: results } }): readonly Block[] => [
		paragraph(
			'No actions are recorded: who does what by when cannot be reported yet.',
			'尚未记录整改措施，无法报告责任人、期限与状态。'
		),
		...(results.length === 0
			? [
					paragraph(
						'No training of the last two years is recorded, so no effect can be estimated.',
						'最近两年没有培训记录，无法估计效果。'
					)
				]
			: [explain(results), ...results.flatMap(blocksOf)])
	]
};

function explain(results: readonly TrainingResult[]): Paragraph {
	const shown = results.reduce((sum, { rows }) => sum + rows.length, 0);
	return paragraph(
		`Harsh conduct per connected contact before and after, beside all teams without a training in that time. The ratio is the change of the trained over that of the others: below 1, their rate fell by more. The month of the training is left out. A record names no theme: look at the one that the training was about; of ${shown} intervals one in twenty misses by chance. Teams are often trained because their numbers were high, and such numbers fall by themselves: compare with the rate before as drawn towards the mean of all teams.`,
		`比较培训前后每次有效触达的不当催收，并与同期未受训的全部团队对照。比值为受训团队的变化除以其他团队的变化，小于 1 表示下降更多；培训当月不计。培训记录未注明主题，请只看培训针对的主题；${shown} 个区间中约每二十个有一个因偶然而不含真值。团队常因数字偏高而接受培训，这类数字本身会回落，请与向全部团队均值收缩后的培训前比率比较。`
	);
}

function blocksOf(result: TrainingResult): readonly Block[] {
	const { title, teams, trainedOn, after } = result;
	const about = (en: string, zh: string) =>
		paragraph(
			`${title.en} (${teams.en}, ${trainedOn}). ${en}`,
			`${title.zh}（${teams.zh}，${trainedOn}）。${zh}`
		);
	if (!after) return [about('No full month has passed since.', '培训后尚未满一个完整月份。')];
	const [whole] = result.rows;
	if (!whole) return [about('Contacts are missing, so there are no rates.', '缺少触达数据，无法计算比率。')];
	const [before, since] = [result.before, after].map(monthsOf);
	return [
		about(`Before: ${before}. After: ${since}.`, `培训前：${before}。培训后：${since}。`),
		beforeAfterChart(result, whole),
		beforeAfterTable(result, whole),
		effects(result)
	];
}

function monthsOf({ from, to }: Period): string {
	return `${from.slice(0, 7)} – ${addDays(to, -1).slice(0, 7)}`;
}

const groups = [
	{ who: 'trained', when: 'before', name: { en: 'Trained, before', zh: '受训团队，培训前' } },
	{ who: 'trained', when: 'after', name: { en: 'Trained, after', zh: '受训团队，培训后' } },
	{ who: 'others', when: 'before', name: { en: 'Others, before', zh: '其他团队，培训前' } },
	{ who: 'others', when: 'after', name: { en: 'Others, after', zh: '其他团队，培训后' } }
] as const;

function ratesOf(row: TrainingRow) {
	return groups.map(({ who, when, name }) => {
		const rate: Rate = row[who][when];
		const interval = garwoodInterval(rate.count, rate.exposure);
		return {
			key: `${who}-${when}`,
			name,
			rate,
			value: (per * rate.count) / rate.exposure,
			interval: { low: per * interval.low, high: per * interval.high },
			link: who === 'trained' ? row.links[when] : {}
		};
	});
}

const titleOf = ({ title }: TrainingResult): Bilingual => ({
	en: `${title.en}: harsh conduct before and after`,
	zh: `${title.zh}：培训前后的不当催收`
});

function beforeAfterChart(result: TrainingResult, whole: TrainingRow): ChartBlock {
	return {
		kind: 'chart',
		id: `before-after-chart-${result.id}`,
		title: titleOf(result),
		tableId: `before-after-${result.id}`,
		chart: {
			type: 'bars',
			names: { en: 'Teams', zh: '团队' },
			unit: rateUnit,
			isCount: false,
			marks: ratesOf(whole).map(({ key, name, rate, value, interval, link }) => ({
				key,
				link,
				label: name,
				value,
				interval,
				numerator: rate.count,
				denominator: rate.exposure,
				isTooFew: false
			}))
		}
	};
}

function beforeAfterTable(result: TrainingResult, whole: TrainingRow): Table {
	const { shrunkenBefore } = result;
	return {
		kind: 'table',
		id: `before-after-${result.id}`,
		title: { en: `${result.title.en}: rates`, zh: `${result.title.zh}：比率` },
		columns: [
			textColumn('group', 'Teams', '团队'),
			countColumn('count', 'Feedback', '反馈量'),
			{ key: 'contacts', title: { en: 'Connected contacts', zh: '有效触达' }, type: 'integer' },
			derivedColumn('rate', 'Per 1,000 contacts', '每千次触达', { unit: rateUnit }),
			derivedColumn('low', '95% from', '95% 下限', { unit: rateUnit }),
			derivedColumn('high', '95% to', '95% 上限', { unit: rateUnit }),
			derivedColumn('shrunken', 'Drawn towards the mean of all teams', '向全部团队均值收缩后', {
				unit: rateUnit
			})
		],
		rows: ratesOf(whole).map(({ key, name, rate, value, interval, link }, at) => ({
			key,
			cells: {
				group: { value: name },
				count: { value: rate.count, ...(Object.keys(link).length > 0 ? { link } : {}) },
				contacts: { value: rate.exposure },
				rate: { value },
				low: { value: interval.low },
				high: { value: interval.high },
				shrunken: { value: at === 0 && shrunkenBefore !== null ? per * shrunkenBefore : null }
			}
		}))
	};
}

function effects(result: TrainingResult): Table {
	return {
		kind: 'table',
		id: `effects-${result.id}`,
		title: {
			en: `${result.title.en}: trained teams against the others`,
			zh: `${result.title.zh}：受训团队与其他团队对比`
		},
		columns: [
			textColumn('theme', 'Theme', '主题'),
			countColumn('before', 'Trained, before', '受训团队，培训前'),
			countColumn('after', 'Trained, after', '受训团队，培训后'),
			countColumn('othersBefore', 'Others, before', '其他团队，培训前'),
			countColumn('othersAfter', 'Others, after', '其他团队，培训后'),
			derivedColumn('ratio', 'Change of the trained to that of the others', '受训团队变化与其他团队变化之比'),
			derivedColumn('low', '95% from', '95% 下限'),
			derivedColumn('high', '95% to', '95% 上限'),
			{ ...textColumn('verdict', 'Verdict', '判断'), small: 'derived' }
		],
		rows: result.rows.map((row) => ({
			key: row.theme?.id ?? 'all',
			cells: {
				theme: { value: row.theme?.name ?? allHarsh },
				before: { value: row.trained.before.count, link: row.links.before },
				after: { value: row.trained.after.count, link: row.links.after },
				othersBefore: { value: row.others.before.count },
				othersAfter: { value: row.others.after.count },
				ratio: { value: row.ratio },
				low: { value: row.low },
				high: { value: row.high },
				verdict: { value: verdictOf(row) }
			}
		}))
	};
}

function verdictOf({ low, high, isTooFew }: TrainingRow): Bilingual {
	if (isTooFew) return tooFewToSay;
	if (high < 1) return { en: 'fell by more than the others', zh: '降幅大于其他团队' };
	if (low > 1) return { en: 'rose against the others', zh: '相对其他团队上升' };
	return { en: 'not to be told from the others', zh: '与其他团队无法区分' };
}
