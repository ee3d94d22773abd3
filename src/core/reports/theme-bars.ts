import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { ChartBlock } from './chart-block.ts';
import { linkTo, type ReportData } from './report-data.ts';

interface Asked {
	readonly id: string;
	readonly title: Bilingual;
	readonly tableId: string;
	readonly themes: readonly { readonly id: string; readonly name: Bilingual; readonly now: number }[];
}

/** Counts of themes as bars, in the order given; themes without feedback are in the table only. */
export function themeBars(data: ReportData, { id, title, tableId, themes }: Asked): ChartBlock {
	return {
		kind: 'chart',
		id,
		title,
		tableId,
		chart: {
			type: 'bars',
			names: { en: 'Theme', zh: '主题' },
			unit: { en: 'feedback', zh: '反馈量' },
			isCount: true,
			marks: themes
				.filter(({ now }) => now > 0)
				.map((theme) => ({
					key: theme.id,
					link: linkTo(data, { theme: [theme.id] }),
					label: theme.name,
					value: theme.now,
					interval: null,
					numerator: theme.now,
					denominator: null,
					isTooFew: false
				}))
		}
	};
}
