import { kpiOfMeasure, type Measure } from '#core/domain/exploration.ts';
import type { KpiValue } from '#core/domain/kpi.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import type { AnswerRow } from '#core/domain/question.ts';
import { evaluateKpi } from './kpi-change.ts';
import { measureSeverity } from './severity-index.ts';

export interface MeasuredRow extends Omit<KpiValue, 'kpiId'> {
	/** Feedback that the number is made from: what its link lists. */
	readonly counted: number;
}

type Counted = Pick<AnswerRow, 'feedback' | 'borrowers' | 'rated' | 'ratingSum' | 'severities' | 'exposure'>;

/** `whole`: feedback that a share is taken of. */
export function measureRow(measure: Measure, row: Counted, whole: number): MeasuredRow {
	const { feedback } = row;
	if (measure === 'count')
		return {
			counted: feedback,
			numerator: feedback,
			denominator: null,
			value: feedback,
			interval: null,
			missing: null,
			isTooFew: false
		};
	const kpi = kpis[kpiOfMeasure[measure]];
	const { kpiId: _, ...value } = evaluateKpi(kpi, countsOf(measure, row, whole));
	const counted =
		measure === 'severity'
			? row.severities.reduce((sum, count) => sum + count, 0)
			: measure === 'rating'
				? row.rated
				: feedback;
	return { ...value, counted };
}

function countsOf(measure: Exclude<Measure, 'count'>, row: Counted, whole: number) {
	const { feedback, exposure, rated, ratingSum } = row;
	const missing = exposure === null ? ({ missing: 'no-match' } as const) : {};
	switch (measure) {
		case 'rate':
			return { numerator: feedback, denominator: exposure?.connected || null, ...missing };
		case 'accounts':
			return { numerator: feedback, denominator: exposure?.accounts || null, ...missing };
		case 'severity':
			return { ...severityOf(row), ...missing };
		case 'share':
			return { numerator: feedback, denominator: whole };
		case 'rating':
			return { numerator: rated > 0 ? ratingSum / rated : 0, denominator: rated };
		case 'borrowers':
			return { numerator: row.borrowers, denominator: null };
	}
}

function severityOf({ severities, exposure }: Counted) {
	const { numerator } = kpis.K06;
	if (numerator.count !== 'severity-weight') throw new TypeError('The severity index has no weights.');
	const levels = Object.entries(numerator.weights).map(([severity, weight]) => ({
		weight,
		count: severities[Number(severity) - 1] ?? 0
	}));
	const amount = exposure?.connected ?? 0;
	return {
		numerator: levels.reduce((sum, { weight, count }) => sum + weight * count, 0),
		denominator: amount || null,
		interval: measureSeverity(levels, amount, { per: kpis.K06.denominator?.per ?? 1 })?.interval ?? null
	};
}
