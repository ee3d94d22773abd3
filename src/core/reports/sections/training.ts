import { paragraph, type Block, type SectionBuilder } from '../blocks.ts';
import { derivedColumn, textColumn } from '../columns.ts';

export const training: SectionBuilder = {
	id: 'training',
	title: { en: 'Training and actions', zh: '培训与整改' },
	build: ({ detail: { training: results } }): readonly Block[] => [
		paragraph(
			'No actions are recorded: who does what by when cannot be reported yet.',
			'尚未记录整改措施，无法报告责任人、期限与状态。'
		),
		...(results.length === 0
			? [paragraph('No training is recorded, so no effect can be estimated.', '尚未记录培训，无法估计效果。')]
			: [effects(results)])
	]
};

function effects(results: Parameters<typeof training.build>[0]['detail']['training']) {
	const ratio = (key: string, en: string, zh: string) => derivedColumn(key, en, zh, { digits: 2 });
	return {
		kind: 'table',
		id: 'effects',
		title: { en: 'Effect of training', zh: '培训效果' },
		columns: [
			textColumn('team', 'Team', '团队'),
			textColumn('theme', 'Theme', '主题'),
			{ key: 'trainedOn', title: { en: 'Trained on', zh: '培训日期' }, type: 'date' },
			ratio('ratio', 'Rate after to before, against untrained', '培训后与前之比（相对未培训者）'),
			ratio('low', '95% from', '95% 下限'),
			ratio('high', '95% to', '95% 上限')
		],
		rows: results.map(({ team, theme, trainedOn, ratio: value, low, high }) => ({
			key: `${team.en} ${theme.en} ${trainedOn}`,
			cells: {
				team: { value: team },
				theme: { value: theme },
				trainedOn: { value: trainedOn },
				ratio: { value },
				low: { value: low },
				high: { value: high }
			}
		}))
	} as const satisfies Block;
}
