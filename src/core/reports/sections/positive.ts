import { paragraph, type Block, type SectionBuilder } from '../blocks.ts';
import { countColumn, derivedColumn, textColumn } from '../columns.ts';
import { linkTo, type ReportData } from '../report-data.ts';
import { themeBars } from '../theme-bars.ts';
import { themeTable } from './reasons.ts';

const fewest = 5;

export const positive: SectionBuilder = {
	id: 'positive',
	title: { en: 'Positive feedback', zh: '正面反馈' },
	build: (data): readonly Block[] => {
		const themes = data.detail.themes.positive;
		if (themes.every(({ now }) => now === 0))
			return [paragraph('No feedback with praise in the month.', '本月没有含表扬的反馈。')];
		return [
			themeBars(data, {
				id: 'praise-chart',
				title: { en: 'What borrowers praise', zh: '借款人称赞的方面' },
				tableId: 'praise',
				themes
			}),
			themeTable(data, { id: 'praise', title: { en: 'Praise by theme', zh: '各主题表扬' }, themes }),
			byTeam(data)
		];
	}
};

function byTeam(data: ReportData) {
	return {
		kind: 'table',
		id: 'teams',
		title: { en: 'Praise beside conduct, by team', zh: '各团队的表扬与催收行为反馈' },
		columns: [
			textColumn('team', 'Team', '团队'),
			countColumn('positive', 'With praise', '含表扬'),
			countColumn('conduct', 'With a conduct theme', '含催收行为主题'),
			derivedColumn('ratio', 'Praise to conduct', '表扬与行为之比')
		],
		rows: data.detail.praise.map(({ team, name, positive: praised, conduct }) => ({
			key: team,
			cells: {
				team: { value: name },
				positive: { value: praised, link: linkTo(data, { team: [team], taxonomy: ['positive'] }) },
				conduct: { value: conduct, link: linkTo(data, { team: [team], taxonomy: ['conduct'] }) },
				ratio: { value: praised + conduct >= fewest && conduct > 0 ? praised / conduct : null }
			}
		}))
	} as const satisfies Block;
}
