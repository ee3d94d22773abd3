import type { ReportData, ReportKpi } from './report-data.ts';

/** `red`: worse beyond chance, or outside its limits on the bad side · `amber`: a tenth worse, perhaps by chance. */
export interface KpiFlag {
	readonly kpi: string;
	readonly level: 'red' | 'amber';
}

const muchWorse = 0.1;

/** The figures of a month that its maker has to comment on, in the order of the report. */
export function flagKpis({
	kpis,
	detail,
	month
}: Pick<ReportData, 'kpis' | 'detail' | 'month'>): readonly KpiFlag[] {
	return kpis.flatMap((one): KpiFlag[] => {
		if (one.change?.verdict === 'worsening' || isOutside(one, { detail, month }))
			return [{ kpi: one.kpi.id, level: 'red' }];
		return isMuchWorse(one) ? [{ kpi: one.kpi.id, level: 'amber' }] : [];
	});
}

function isOutside({ kpi }: ReportKpi, { detail, month }: Pick<ReportData, 'detail' | 'month'>): boolean {
	const trend = detail.trends.find((one) => one.kpi.id === kpi.id);
	const point = trend?.points.find((one) => one.month === month);
	if (!point?.isOutside || !point.limits || point.value.value === null) return false;
	return kpi.better === 'higher'
		? point.value.value < point.limits.low
		: point.value.value > point.limits.high;
}

function isMuchWorse({ kpi, now, change }: ReportKpi): boolean {
	if (kpi.better === 'none' || now.isTooFew || !change || change.verdict === 'too-few') return false;
	const worse = kpi.better === 'lower' ? change.relative : change.relative === null ? null : -change.relative;
	return worse !== null && worse >= muchWorse;
}
