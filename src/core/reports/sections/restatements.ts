import { periodOf } from '#core/domain/period.ts';
import { paragraph, type Block, type Column, type Row, type Table } from '../blocks.ts';
import { countColumn, derivedColumn, textColumn } from '../columns.ts';
import type { Restates } from '../ledger.ts';
import type { ReportData } from '../report-data.ts';

/** What changed in months that were signed: the report of the month in which it is known says so, not theirs. */
export function tellRestatements(data: ReportData): readonly Block[] {
	const { months } = data.detail.ledger;
	const restates = data.detail.restates;
	return [
		...(restates ? tellRestated(data, restates) : []),
		...(months.length === 0
			? [
					paragraph(
						'No earlier month is signed: there is nothing to restate.',
						'之前没有已签署的月份，无须修订。'
					)
				]
			: [tabulateLedger(data), tabulateVintages(data)])
	];
}

function tellRestated({ kpis }: ReportData, { version, reason, changes }: Restates): readonly Block[] {
	const nameOf = (id: string) => kpis.find(({ kpi }) => kpi.id === id)?.kpi.name ?? { en: id, zh: id };
	return [
		paragraph(
			`This version restates version ${version}. Reason: ${reason}`,
			`本版本修订版本 ${version}。原因：${reason}`
		),
		{
			kind: 'table',
			id: 'restated',
			title: { en: 'Figures that changed', zh: '发生变化的指标' },
			columns: [
				textColumn('kpi', 'KPI', '指标'),
				derivedColumn('before', 'As signed', '签署时'),
				derivedColumn('after', 'Now', '现在'),
				derivedColumn('difference', 'Difference', '差异')
			],
			rows: changes.map(({ kpi, before, after }) => ({
				key: kpi,
				cells: {
					kpi: { value: nameOf(kpi) },
					before: { value: before },
					after: { value: after },
					difference: { value: before === null || after === null ? null : after - before }
				}
			}))
		}
	];
}

function tabulateLedger({ where, detail }: ReportData): Table {
	return {
		kind: 'table',
		id: 'ledger',
		title: { en: 'Signed months, as signed and now', zh: '已签署月份：签署时与现在' },
		columns: [
			textColumn('month', 'Month', '月份'),
			{ key: 'version', title: { en: 'Signed version', zh: '签署版本' }, type: 'integer' },
			countColumn('signed', 'Complaints as signed', '签署时投诉量'),
			countColumn('now', 'Complaints now', '现在投诉量'),
			derivedColumn('difference', 'Difference', '差异', { type: 'integer' }),
			countColumn('late', 'Came later', '后来增加'),
			countColumn('gone', 'No longer counted', '不再计入')
		],
		rows: detail.ledger.months.map(({ month, version, signed, now, late, gone }): Row => ({
			key: month,
			cells: {
				month: { value: month },
				version: { value: version },
				signed: { value: signed },
				now: { value: now, link: { ...where, period: periodOf(month), complaint: 'yes' } },
				difference: { value: now - signed },
				late: { value: late },
				gone: { value: gone }
			}
		}))
	};
}

/** Month by the report that counted it. */
function tabulateVintages({ month: own, detail }: ReportData): Table {
	const { months } = detail.ledger;
	const reports = [
		...new Set([...months.flatMap(({ seen }) => seen.map(({ report }) => report)), own])
	].sort();
	return {
		kind: 'table',
		id: 'vintages',
		title: { en: 'Complaints of a month, by the report that counted them', zh: '各月投诉量：按统计它的月报' },
		columns: [
			textColumn('month', 'Month', '月份'),
			...reports.map((report): Column => countColumn(report, `Report ${report}`, `${report} 月报`))
		],
		rows: months.map(({ month, seen, now }): Row => ({
			key: month,
			cells: {
				month: { value: month },
				...Object.fromEntries(seen.map(({ report, complaints }) => [report, { value: complaints }])),
				[own]: { value: now }
			}
		}))
	};
}
