import type { FilterPatch } from '#core/domain/kpi.ts';
import type { Bilingual } from '#core/domain/vocabulary.ts';
import { paragraph, type Block, type Column, type Row, type SectionBuilder, type Table } from '../blocks.ts';
import { countColumn, derivedColumn } from '../columns.ts';
import { linkTo, type ReportData } from '../report-data.ts';
import { languageWords } from '../words.ts';
import { tellRestatements } from './restatements.ts';

const integer = (key: string, en: string, zh: string): Column => ({
	key,
	title: { en, zh },
	type: 'integer'
});
const text = (key: string, en: string, zh: string): Column => ({ key, title: { en, zh }, type: 'text' });

export const dataQuality: SectionBuilder = {
	id: 'data-quality',
	title: { en: 'Data quality and method', zh: '数据质量与方法' },
	build: (data): readonly Block[] => [
		...(data.imports.length === 0
			? [paragraph('Nothing was imported in the month.', '本月没有导入。')]
			: [tabulateImports(data)]),
		tabulateGaps(data),
		sayReview(data),
		...tellRestatements(data),
		tabulateDefinitions(data),
		tabulateMethod(data)
	]
};

function tabulateImports({ imports }: ReportData): Table {
	return {
		kind: 'table',
		id: 'imports',
		title: { en: 'Imports in the month', zh: '本月导入' },
		columns: [
			integer('import', 'Import', '导入编号'),
			{ key: 'startedOn', title: { en: 'Started', zh: '开始日期' }, type: 'date' },
			text('importer', 'Importer', '导入器'),
			text('file', 'File', '文件'),
			integer('read', 'Rows read', '读取行数'),
			integer('stored', 'Stored', '入库'),
			integer('updated', 'Updated', '更新'),
			integer('unchanged', 'Unchanged', '未变'),
			integer('issues', 'With issues', '有问题')
		],
		rows: imports.map(({ id, startedOn, importer, fileName, counts }) => ({
			key: String(id),
			cells: {
				import: { value: id },
				startedOn: { value: startedOn },
				importer: { value: importer },
				file: { value: fileName },
				read: { value: counts.read },
				stored: { value: counts.stored },
				updated: { value: counts.updated },
				unchanged: { value: counts.unchanged },
				issues: { value: counts.issues }
			}
		}))
	};
}

function tabulateGaps(data: ReportData): Table {
	return {
		kind: 'table',
		id: 'gaps',
		title: { en: 'What the data do not say', zh: '数据缺口' },
		columns: [
			text('gap', 'Gap', '缺口'),
			countColumn('count', 'Count', '数量'),
			integer('of', 'Of', '总数'),
			derivedColumn('share', 'Share', '占比', { type: 'percent', digits: 1 })
		],
		rows: findGaps(data).map(({ key, gap, count, of, link }) => ({
			key,
			cells: {
				gap: { value: gap },
				count: { value: count, link },
				of: { value: of },
				share: { value: of ? count / of : null }
			}
		}))
	};
}

interface Gap {
	readonly key: string;
	readonly gap: Bilingual;
	readonly count: number;
	/** Null: of no number that could be told. */
	readonly of: number | null;
	readonly link: FilterPatch;
}

function findGaps(data: ReportData): Gap[] {
	const { quality, complaints } = data;
	return [
		{
			key: 'undated',
			gap: { en: 'Feedback without a received date (in no month)', zh: '无收到日期的反馈（不属于任何月份）' },
			count: quality.undated,
			of: null,
			link: { ...data.where, period: 'undated' }
		},
		{
			key: 'unattributed',
			gap: { en: 'Complaints not attributed to an agent', zh: '不可归属到人的投诉' },
			count: quality.unattributed,
			of: complaints,
			link: linkTo(data, { complaint: 'yes', attribution: ['last_contact', 'team', 'none'] })
		},
		{
			key: 'without-team',
			gap: { en: 'Complaints without a team', zh: '未注明团队的投诉' },
			count: quality.withoutTeam,
			of: complaints,
			link: linkTo(data, { complaint: 'yes', team: ['none'] })
		},
		...quality.untagged.map(({ language, count }) => ({
			key: `untagged-${language}`,
			gap: {
				en: `Feedback the rules cannot read: ${languageWords[language].en}`,
				zh: `规则无法识别的反馈：${languageWords[language].zh}`
			},
			count,
			of: quality.feedback,
			link: linkTo(data, { language: [language] })
		}))
	];
}

function sayReview({ detail: { coverage } }: ReportData) {
	if (coverage.reviewed === 0)
		return paragraph(
			'No person has reviewed a tag of this month: tags are what the rules and the second opinion found.',
			'本月尚无标签经人工复核：标签均为规则与第二意见的结果。'
		);
	return paragraph(
		`A person has reviewed ${coverage.reviewed} of ${coverage.tags} tags of this month.`,
		`本月 ${coverage.tags} 个标签中，${coverage.reviewed} 个已经人工复核。`
	);
}

function tabulateDefinitions({ kpis }: ReportData): Table {
	return {
		kind: 'table',
		id: 'definitions',
		title: { en: 'Definitions', zh: '指标定义' },
		columns: [
			text('kpi', 'KPI', '指标'),
			text('meaning', 'Meaning', '含义'),
			text('unit', 'Unit', '单位'),
			text('source', 'Source', '来源')
		],
		rows: kpis.map(({ kpi }) => ({
			key: kpi.id,
			cells: {
				kpi: { value: kpi.name },
				meaning: { value: kpi.meaning },
				unit: { value: kpi.unit },
				source: { value: kpi.source }
			}
		}))
	};
}

function tabulateMethod({ method }: ReportData): Table {
	const row = (key: string, en: string, zh: string, value: string): Row => ({
		key,
		cells: { item: { value: { en, zh } }, value: { value } }
	});
	return {
		kind: 'table',
		id: 'method',
		title: { en: 'Made with', zh: '生成方式' },
		columns: [text('item', 'Item', '项目'), text('value', 'Value', '内容')],
		rows: [
			row('app-version', 'Earshot version', 'Earshot 版本', method.appVersion),
			row('pack-version', 'Version of the theme and rule packs', '主题与规则包版本', method.packVersion),
			row('time-zone', 'Time zone of days and months', '日期与月份的时区', method.timeZone)
		]
	};
}
