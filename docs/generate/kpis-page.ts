import { listBehind, type FilterPatch, type Kpi } from '#core/domain/kpi.ts';
import { missingData } from '#core/domain/missing-data.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { writeFilter } from '#lib/url/filter-params.ts';
import type { Generator } from './generator.ts';
import { code, notice, page, table } from './markdown.ts';

/** The definition of every KPI. */
export const kpisPage: Generator = {
	path: 'docs/generated/kpis.md',
	make: () =>
		page(
			notice('src/core/domain/kpis/registry.ts'),
			'# KPIs',
			'Each is defined once, and used by page, report, download and API alike. Conditions are written as in the URL of the list behind the number; the filter of the view is added to them. Where the data for a KPI is missing, it has no value and says why.',
			Object.values(kpis).flatMap(describeKpi),
			'## Why a KPI has no value',
			table(
				['code', 'means'],
				Object.entries(missingData).map(([id, { sentence }]) => [code(id), `${sentence.en} ${sentence.zh}`])
			)
		)
};

function describeKpi(kpi: Kpi): readonly string[] {
	const { id, name, meaning, numerator, denominator, unit, better, interval, source } = kpi;
	return [
		`## ${id} · ${name.en} · ${name.zh}`,
		`${meaning.en}\n${meaning.zh}`,
		table(
			['part', 'definition'],
			[
				[
					'numerator',
					[numerator.what.en, numerator.what.zh, where(numerator.where)].filter(Boolean).join(' · ')
				],
				['denominator', denominator ? describeDenominator(denominator) : 'none'],
				['unit', `${unit.en} · ${unit.zh}`],
				['better', better],
				['interval, 95 %', interval ?? 'none'],
				['too few to say', describeTooFew(kpi)],
				['its link lists', lists[listBehind(kpi)]],
				...(numerator.count === 'unavailable' ? [['always missing', code(numerator.lacks)]] : []),
				['source', source]
			]
		)
	];
}

const lists = {
	numerator: 'exactly the feedback in the numerator',
	basis: 'the feedback that the number is made from',
	none: 'nothing: it is not made from a list of feedback'
} as const;

function where(patch: FilterPatch): string {
	const conditions = decodeURIComponent(writeFilter(patch).toString());
	return conditions === '' ? '' : code(conditions);
}

function describeDenominator(denominator: NonNullable<Kpi['denominator']>): string {
	const { what, per } = denominator;
	const conditions = 'where' in denominator ? where(denominator.where) : '';
	return [`per ${per.toLocaleString('en')}: ${what.en}`, what.zh, conditions].filter(Boolean).join(' · ');
}

function describeTooFew({ tooFew }: Kpi): string {
	const rules = [
		...(tooFew.numerator > 0 ? [`numerator below ${tooFew.numerator}`] : []),
		...(tooFew.denominator > 0 ? [`denominator below ${tooFew.denominator}`] : [])
	];
	return rules.join(' or ') || 'never';
}
