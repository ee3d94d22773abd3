import { wilsonInterval } from '#core/stats/wilson.ts';
import { paragraph, type Block, type SectionBuilder } from '../blocks.ts';
import { countColumn, derivedColumn, shareColumns, textColumn } from '../columns.ts';
import { linkTo, type ReportData } from '../report-data.ts';
import { attributionWords } from '../words.ts';

export const repeatAndLinked: SectionBuilder = {
	id: 'repeat-and-linked',
	title: { en: 'Repeat and linked', zh: '重复与关联' },
	build: (data): readonly Block[] => [repeats(data), attributions(data), ...copiesOf(data)]
};

function repeats({ detail: { links } }: ReportData) {
	const interval = links.complainants > 0 ? wilsonInterval(links.repeated, links.complainants) : null;
	return {
		kind: 'table',
		id: 'repeat',
		title: { en: 'Borrowers who complained again', zh: '再次投诉的借款人' },
		columns: [
			textColumn('item', 'Borrowers', '借款人'),
			countColumn('repeated', 'Two or more complaints in 90 days', '90 天内投诉两次及以上'),
			countColumn('complainants', 'With a complaint in the month', '本月有投诉'),
			derivedColumn('share', 'Share', '占比', { type: 'percent', digits: 1 }),
			derivedColumn('low', '95% from', '95% 下限', { type: 'percent', digits: 1 }),
			derivedColumn('high', '95% to', '95% 上限', { type: 'percent', digits: 1 })
		],
		rows: [
			{
				key: 'repeat',
				cells: {
					item: { value: { en: 'Known by a borrower reference', zh: '有借款人标识' } },
					repeated: { value: links.repeated },
					complainants: { value: links.complainants },
					share: { value: interval && links.repeated / links.complainants },
					low: { value: interval?.low ?? null },
					high: { value: interval?.high ?? null }
				}
			}
		]
	} as const satisfies Block;
}

function attributions(data: ReportData) {
	const { complaints } = data;
	return {
		kind: 'table',
		id: 'attribution',
		title: { en: 'How sure it is who a complaint is about', zh: '投诉归属的确定程度' },
		columns: [
			textColumn('attribution', 'Known by', '依据'),
			countColumn('complaints', 'Complaints', '投诉量'),
			...shareColumns
		],
		totals: { complaints },
		rows: data.detail.links.attributions.map(({ attribution, complaints: count }) => {
			const interval = complaints > 0 ? wilsonInterval(count, complaints) : null;
			return {
				key: attribution,
				cells: {
					attribution: { value: attributionWords[attribution] ?? { en: attribution, zh: attribution } },
					complaints: { value: count, link: linkTo(data, { complaint: 'yes', attribution: [attribution] }) },
					share: { value: interval && count / complaints },
					shareLow: { value: interval?.low ?? null },
					shareHigh: { value: interval?.high ?? null }
				}
			};
		})
	} as const satisfies Block;
}

function copiesOf(data: ReportData): readonly Block[] {
	const { templates } = data.detail.links;
	if (templates.length === 0)
		return [
			paragraph(
				'No text came five times or more with nearly the same words.',
				'没有内容几乎相同且出现五次及以上的文本。'
			)
		];
	return [
		{
			kind: 'table',
			id: 'templates',
			title: { en: 'Nearly the same text, five times or more', zh: '内容几乎相同且出现五次及以上' },
			columns: [
				textColumn('template', 'First feedback', '首条反馈'),
				countColumn('count', 'In the month', '本月'),
				...(data.about.copy === 'outside'
					? []
					: [textColumn('excerpt', 'Words (masked)', '原文摘录（已脱敏）')])
			],
			rows: templates.map(({ template, count, excerpt }) => ({
				key: template,
				cells: {
					template: { value: template },
					count: { value: count, link: linkTo(data, { template: [template] }) },
					excerpt: { value: excerpt }
				}
			}))
		}
	];
}
