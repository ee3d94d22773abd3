import { hasExposureMatch, type Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import type { Kpi, Numerator } from '#core/domain/kpi.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import type { Period } from '#core/domain/period.ts';
import type { KpiCounts } from '#core/stats/kpi-change.ts';
import { measureSeverity } from '#core/stats/severity-index.ts';
import { countBySeverity } from '../facts/questions/count-by-severity.ts';
import { countBorrowers } from '../facts/questions/count-different.ts';
import { countFeedback, type FeedbackCount } from '../facts/questions/count-feedback.ts';
import { countFilled } from '../facts/questions/count-filled.ts';
import { countRepeatBorrowers } from '../facts/questions/count-repeat-borrowers.ts';
import { sumExposure } from '../facts/questions/sum-exposure.ts';
import type { Source } from '../storage/question-schema.ts';
import { unitStandings } from './units.ts';

/** A filter of one period. */
export type Asked = Filter & { readonly period: Period };

type Counted = Pick<KpiCounts, 'numerator' | 'interval'> & {
	/** Of a denominator that is counted together with the numerator. */
	readonly whole?: number;
};

/** Counts what KPIs are made of in the facts; what several of them share is asked once. */
export function feedbackCounter(source: Source): (kpi: Kpi, filter: Asked) => Promise<KpiCounts> {
	const once = remember(source);
	return async (kpi, filter) => {
		const missing = missingFor(kpi, filter);
		if (missing) return { numerator: 0, denominator: null, missing };
		if (kpi.numerator.count === 'observed') return standardised(source, filter);
		const where = narrow(filter, kpi.numerator.where) as Asked;
		const counted = await countNumerator(source, once, kpi.numerator, where);
		if (kpi.denominator === null) return { ...counted, denominator: counted.whole ?? null };
		const { denominator } = kpi;
		if (denominator.of === 'numerator') return { ...counted, denominator: counted.whole ?? null };
		if (denominator.of !== 'exposure') {
			const base = { ...filter, ...Object.fromEntries((denominator.without ?? []).map((key) => [key, []])) };
			const all = narrow(base, denominator.where);
			return {
				...counted,
				denominator:
					denominator.of === 'feedback' ? (await once.count(all)).feedback : await once.borrowers(all)
			};
		}
		if (!hasExposureMatch(filter)) return { ...counted, denominator: null, missing: 'no-match' };
		const exposure = await once.sum(filter);
		const amount = denominator.field === 'connected' ? exposure.connected : exposure.meanAccounts;
		if (amount === 0) return { ...counted, denominator: null, missing: 'no-exposure' };
		if (kpi.numerator.count !== 'severity-weight') return { ...counted, denominator: amount };
		const levels = await severityLevels(source, kpi.numerator.weights, where);
		const { per } = denominator;
		return {
			...counted,
			denominator: amount,
			interval: measureSeverity(levels, amount, { per })?.interval ?? null
		};
	};
}

function missingFor({ asks, numerator: { where } }: Kpi, filter: Asked): KpiCounts['missing'] {
	if (asks === 'theme' && filter.theme.length !== 1) return 'no-theme';
	if (asks === 'unit' && unitOf(filter) === null) return 'no-unit';
	const themes = where.theme ?? [];
	const isApart = filter.theme.length > 0 && !filter.theme.some((theme) => themes.includes(theme));
	return themes.length > 0 && isApart ? 'no-both' : undefined;
}

/** The smallest unit of which the filter names exactly one. */
function unitOf(filter: Filter): 'agent' | 'team' | 'agency' | null {
	return (['agent', 'team', 'agency'] as const).find((unit) => filter[unit].length === 1) ?? null;
}

async function standardised(source: Source, filter: Asked): Promise<KpiCounts> {
	const unit = unitOf(filter);
	if (unit === null) return { numerator: 0, denominator: null, missing: 'no-unit' };
	if (!hasExposureMatch(filter)) return { numerator: 0, denominator: null, missing: 'no-match' };
	const units = await unitStandings(source, kpis.K03, filter, { unit, period: filter.period });
	const own = units.find(({ id }) => id === filter[unit][0]);
	return own && own.expected > 0
		? { numerator: own.observed, denominator: own.expected }
		: { numerator: own?.observed ?? 0, denominator: null, missing: 'no-exposure' };
}

async function countNumerator(
	source: Source,
	once: ReturnType<typeof remember>,
	numerator: Numerator,
	where: Asked
): Promise<Counted> {
	switch (numerator.count) {
		case 'borrowers':
			return { numerator: await once.borrowers(where) };
		case 'mean-rating': {
			const { meanRating, rated } = await once.count(where);
			return { numerator: meanRating ?? 0, whole: rated };
		}
		case 'repeat-borrowers': {
			const { repeat } = await countRepeatBorrowers(source, where, where.period, numerator.days);
			return { numerator: repeat };
		}
		case 'severity-weight': {
			const levels = await severityLevels(source, numerator.weights, where);
			return { numerator: levels.reduce((sum, { weight, count }) => sum + weight * count, 0) };
		}
		case 'filled-fields': {
			const { feedback, filled } = await countFilled(source, where);
			return {
				numerator: numerator.fields.reduce((sum, field) => sum + filled[field], 0),
				whole: feedback * numerator.fields.length
			};
		}
		case 'feedback':
		case 'observed':
		case 'barred-contacts':
		case 'accounts-over-cap':
		case 'confirmed-claims':
		case 'restated':
		case 'training-effect':
		case 'linked':
		case 'tagger-hits':
		case 'unavailable':
			return { numerator: (await once.count(where)).feedback };
	}
}

type Weights = Extract<Numerator, { count: 'severity-weight' }>['weights'];

async function severityLevels(source: Source, weights: Weights, where: Filter) {
	const counts = await countBySeverity(source, where);
	return Object.entries(weights).map(([severity, weight]) => ({
		weight,
		count: counts.find((row) => row.severity === Number(severity))?.count ?? 0
	}));
}

function remember(source: Source) {
	const ask = <Answer>(question: (source: Source, filter: Filter) => Promise<Answer>) => {
		const known = new Map<string, Promise<Answer>>();
		return (filter: Filter): Promise<Answer> => {
			const key = JSON.stringify(filter);
			const answer = known.get(key) ?? question(source, filter);
			known.set(key, answer);
			return answer;
		};
	};
	return { count: ask<FeedbackCount>(countFeedback), borrowers: ask(countBorrowers), sum: ask(sumExposure) };
}
