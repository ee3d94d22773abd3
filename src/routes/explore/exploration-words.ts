import {
	kpiOfMeasure,
	type Comparison,
	type Lens,
	type Measure,
	type Shape,
	type ShapeChange
} from '#core/domain/exploration.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import type { Grain } from '#core/domain/period.ts';
import { isOfTags } from '#core/domain/question.ts';
import { inLocale, taxonomies, type Locale } from '#core/domain/vocabulary.ts';
import { formatStated } from '#lib/format/not-stated.ts';
import { fieldLabel, isLabelled, labelOf } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import type { Namer } from '../shell.ts';

const measureNames: Readonly<Record<Measure, () => string>> = {
	count: m.explore_measure_count,
	rate: m.explore_measure_rate,
	accounts: m.explore_measure_accounts,
	share: m.explore_measure_share,
	severity: m.explore_measure_severity,
	rating: m.explore_measure_rating,
	borrowers: m.explore_measure_borrowers
};
const howTexts: Readonly<Record<Measure, () => string>> = {
	count: m.explore_how_count,
	rate: m.explore_how_rate,
	accounts: m.explore_how_accounts,
	share: m.explore_how_share,
	severity: m.explore_how_severity,
	rating: m.explore_how_rating,
	borrowers: m.explore_how_borrowers
};
const shapeNames: Readonly<Record<Shape, () => string>> = {
	lines: m.explore_shape_lines,
	stack: m.explore_shape_stack,
	bars: m.explore_shape_bars,
	multiples: m.explore_shape_multiples
};
const comparisonNames: Readonly<Record<Comparison, () => string>> = {
	none: m.explore_compare_none,
	previous: m.explore_compare_previous,
	year: m.explore_compare_year,
	group: m.explore_compare_group
};
const grainNames: Readonly<Record<Grain, () => string>> = {
	day: m.grain_day,
	week: m.grain_week,
	month: m.grain_month,
	quarter: m.grain_quarter,
	year: m.grain_year
};
const changes: Readonly<Record<ShapeChange, () => string>> = {
	undated: m.explore_why_undated,
	'stack-counts': m.explore_why_stack_counts,
	'stack-alone': m.explore_why_stack_alone,
	many: m.explore_why_many
};

export const measureLabel = (measure: Measure) => measureNames[measure]();
export const shapeLabel = (shape: Shape) => shapeNames[shape]();
export const comparisonLabel = (compare: Comparison) => comparisonNames[compare]();
export const grainLabel = (grain: Grain) => grainNames[grain]();
export const changeNote = (why: ShapeChange) => changes[why]();

/** How a number comes about, and where it is defined. */
export function howOf(measure: Measure) {
	const text = howTexts[measure]();
	return measure === 'count' ? { text } : { text, href: `/definitions/kpis/${kpiOfMeasure[measure]}` };
}

/** What one of the numbers is, as a heading of a column. */
export function unitOf(measure: Measure, locale: Locale): string {
	if (measure === 'count') return m.explore_unit_count();
	if (measure === 'share') return m.explore_unit_share();
	return inLocale(kpis[kpiOfMeasure[measure]].unit, locale);
}

export function lensLabel(lens: Lens): string {
	if (lens === 'all') return m.explore_lens_all();
	const taxonomy = taxonomies.find((one) => one === lens);
	if (taxonomy) return m.explore_lens_themes({ group: labelOf('taxonomy', taxonomy) });
	if (lens === 'theme') return m.explore_lens_every_theme();
	return fieldLabel(
		lens === 'severity' ? 'worst' : (lens as Exclude<Lens, 'all' | (typeof taxonomies)[number]>)
	);
}

export function valueLabel(lens: Lens, key: string | null, nameOf: Namer, locale: Locale): string {
	if (key === null || (key === 'none' && lens !== 'language')) return formatStated(null, locale);
	if (lens === 'agency' || lens === 'team' || lens === 'agent') return nameOf(lens, key);
	if (lens !== 'taxonomy' && lens !== 'all' && isOfTags(lens)) return nameOf('theme', key);
	return isLabelled(lens) ? labelOf(lens, key) : formatStated(key, locale);
}
