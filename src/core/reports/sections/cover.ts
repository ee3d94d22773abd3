import type { Bilingual } from '#core/domain/vocabulary.ts';
import { paragraph, type Block, type Row, type SectionBuilder } from '../blocks.ts';
import { textColumn } from '../columns.ts';
import type { ReportData } from '../report-data.ts';
import { copyWords, originWords, statusWords } from '../words.ts';

/** What this is, how far it is, and what it was made with. */
export const cover: SectionBuilder = {
	id: 'cover',
	title: { en: 'Cover and status', zh: '封面与状态' },
	build: (data): readonly Block[] => [
		...(data.about.origin === 'imported'
			? []
			: [
					paragraph(
						'This report is made of simulated data. No borrower, agent or lender in it exists.',
						'本报告由模拟数据生成，其中的借款人、催收员与机构均不存在。'
					)
				]),
		...(data.about.status === 'draft'
			? [
					paragraph(
						'Draft: nobody has signed it, and late feedback still changes it.',
						'草稿：尚未签署，迟到的反馈仍会改变数字。'
					)
				]
			: []),
		...(data.about.copy === 'outside'
			? [
					paragraph(
						'Copy for readers outside: a count of 1 to 4 is printed as “<5”. “Hidden” stands where another number would give such a count away.',
						'对外版本：1 至 4 的数量印为“<5”；若其他数字会泄露此类数量，则印为“不显示”。'
					)
				]
			: []),
		{
			kind: 'table',
			id: 'about',
			title: { en: 'About this report', zh: '关于本报告' },
			columns: [textColumn('item', 'Item', '项目'), textColumn('value', 'Value', '内容')],
			rows: rowsOf(data)
		}
	]
};

function rowsOf({ month, scope, about, method, isOver }: ReportData): Row[] {
	const nobody: Bilingual = { en: 'nobody yet', zh: '尚无' };
	const row = (key: string, en: string, zh: string, value: string | number | Bilingual): Row => ({
		key,
		cells: { item: { value: { en, zh } }, value: { value } }
	});
	return [
		row('scope', 'Covers', '范围', scope),
		row('month', 'Month', '月份', isOver ? month : { en: `${month}, not over`, zh: `${month}，尚未结束` }),
		row('time-zone', 'Time zone of days and months', '日期与月份的时区', method.timeZone),
		row('status', 'Status', '状态', statusWords[about.status]),
		row('version', 'Version', '版本', String(about.version)),
		row('copy', 'Copy', '版本用途', copyWords[about.copy]),
		row('origin', 'Data', '数据', originWords[about.origin]),
		row('prepared-by', 'Prepared by', '编制人', about.preparedBy ?? nobody),
		row('approved-by', 'Approved by', '批准人', about.approvedBy ?? nobody),
		row('app-version', 'Earshot version', 'Earshot 版本', method.appVersion),
		row('pack-version', 'Version of the theme and rule packs', '主题与规则包版本', method.packVersion)
	];
}
