import type { FilterPatch, Kpi } from '#core/domain/kpi.ts';
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
			'Each is defined once, and used by page, report and download alike. Conditions are written as in the URL of the list behind the number; the filter of the view is added to them.',
			Object.values(kpis).flatMap(describeKpi)
		)
};

function describeKpi(kpi: Kpi): readonly string[] {
	const { id, name, meaning, numerator, unit, better, interval, source } = kpi;
	return [
		`## ${id} · ${name.en} · ${name.zh}`,
		`${meaning.en}\n${meaning.zh}`,
		table(
			['part', 'definition'],
			[
				['numerator', `${countedThings[numerator.count]} ${where(numerator.where)}`],
				['denominator', describeDenominator(kpi)],
				['unit', `${unit.en} · ${unit.zh}`],
				['better', better],
				['interval, 95 %', interval ?? 'none'],
				['too few to say', describeTooFew(kpi)],
				['source', source]
			]
		)
	];
}

const countedThings = {
	feedback: 'feedback',
	borrowers: 'different borrowers of feedback',
	'mean-rating': 'mean rating of feedback'
} as const satisfies Record<Kpi['numerator']['count'], string>;

function where(patch: FilterPatch): string {
	const conditions = decodeURIComponent(writeFilter(patch).toString());
	return conditions === '' ? 'of any kind' : `with ${code(conditions)}`;
}

function describeDenominator({ denominator }: Kpi): string {
	if (denominator === null) return 'none';
	const per = denominator.per.toLocaleString('en');
	if (denominator.of === 'feedback') return `per ${per} feedback ${where(denominator.where)}`;
	const amounts = { connected: 'connected contacts', 'mean-accounts': 'accounts of an average day' } as const;
	return `per ${per} ${amounts[denominator.field]}`;
}

function describeTooFew({ tooFew }: Kpi): string {
	const rules = [
		...(tooFew.numerator > 0 ? [`numerator below ${tooFew.numerator}`] : []),
		...(tooFew.denominator > 0 ? [`denominator below ${tooFew.denominator}`] : [])
	];
	return rules.join(' or ') || 'never';
}
