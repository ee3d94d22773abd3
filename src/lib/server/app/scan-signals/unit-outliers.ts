import { narrow } from '#core/domain/narrow-filter.ts';
import { addMonths, periodOf, type Period } from '#core/domain/period.ts';
import type { FoundSignal } from '#core/domain/signal.ts';
import { poissonMidP } from '#core/stats/mid-p.ts';
import { judgeUnits, type JudgedUnit, type UnitComparison } from '#core/stats/scan/judge-units.ts';
import { scanRules } from '#core/stats/scan/scan-rules.ts';
import { countFeedback } from '../../facts/questions/count-feedback.ts';
import { themeByStratum } from '../../facts/questions/theme-by-stratum.ts';
import { unitLanguages } from '../../facts/questions/unit-languages.ts';
import { placeOf, withinContext, type Scanned, type ScanContext } from './scan-context.ts';

const kinds = ['agency', 'team', 'agent'] as const;

/** Agencies, teams and agents with more of a conduct theme than their work explains, corrected for all comparisons. */
export async function scanOutliers(context: ScanContext): Promise<Scanned> {
	const periods = Object.fromEntries(
		kinds.map((kind) => [kind, outlierPeriod(context.months, kind)])
	) as Record<UnitComparison['kind'], Period | null>;
	const comparisons = await Promise.all(
		kinds.map(async (kind) => (periods[kind] === null ? [] : readComparisons(context, kind, periods[kind])))
	);
	const judged = judgeUnits(comparisons.flat());
	const flagged = withoutSums(
		judged.filter(({ isFlagged }) => isFlagged),
		context.agencyOf
	);
	const found = await Promise.all(
		flagged.map((unit) => describe(context, unit, periods[unit.kind] as Period))
	);
	return {
		found,
		comparisons: judged.length,
		falseAlarms: scanRules.outlier.falseDiscoveryRate * flagged.length
	};
}

/** The latest complete months a unit of this kind is looked at over; null where there are none. */
function outlierPeriod(months: readonly string[], kind: UnitComparison['kind']): Period | null {
	const shown = months.slice(-scanRules.outlier.months[kind]);
	const [first, last] = [shown[0], shown.at(-1)];
	return first === undefined || last === undefined
		? null
		: { from: addMonths(`${first}-01`, 0), to: periodOf(last).to };
}

/**
 * One comparison a theme. Strata are channel × stage × product within the language that a unit's borrowers write: rules
 * find more in one language than in another, which says nothing about those who work it.
 */
export async function readComparisons(
	context: ScanContext,
	kind: UnitComparison['kind'],
	period: Period
): Promise<readonly UnitComparison[]> {
	const { filter } = withinContext(context, period);
	const [themes, languages] = await Promise.all([
		themeByStratum(context.source, filter, 'conduct', kind),
		unitLanguages(context.source, filter, kind)
	]);
	const groupOf = languageGroups(languages);
	return [...themes].map(([theme, cells]) => ({
		kind,
		theme,
		cells: cells.map((cell) => ({
			...cell,
			stratum: `${groupOf.get(cell.unit) ?? 'mixed'} · ${cell.stratum}`
		}))
	}));
}

/** `en`, `zh` or `mixed`: the language of four in five of a unit's texts, where one has as many. */
function languageGroups(
	rows: readonly { readonly unit: string; readonly language: string; readonly count: number }[]
): ReadonlyMap<string, 'en' | 'zh' | 'mixed'> {
	const { languageShare } = scanRules.context;
	return new Map(
		[...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => {
			const written = own.filter(({ language }) => language !== 'none' && language !== 'other');
			const sum = (some: typeof written) => some.reduce((total, { count }) => total + count, 0);
			const isMost = (prefix: string) =>
				sum(written.filter(({ language }) => language.startsWith(prefix))) >= languageShare * sum(written);
			return [unit, sum(written) === 0 ? 'mixed' : isMost('en') ? 'en' : isMost('zh') ? 'zh' : 'mixed'];
		})
	);
}

/** An agency that would not stand out without those of its teams that do is left to them. */
function withoutSums(
	flagged: readonly JudgedUnit[],
	agencyOf: ReadonlyMap<string, string>
): readonly JudgedUnit[] {
	return flagged.filter((one) => {
		if (one.kind !== 'agency') return true;
		const parts = flagged.filter(
			({ kind, theme, unit }) => kind === 'team' && theme === one.theme && agencyOf.get(unit) === one.unit
		);
		const observed = parts.reduce((rest, part) => rest - part.observed, one.observed);
		const expected = parts.reduce((rest, part) => rest - part.expected, one.expected);
		const { fewestExpected, falseDiscoveryRate } = scanRules.outlier;
		return (
			parts.length === 0 ||
			(expected >= fewestExpected &&
				observed > expected &&
				poissonMidP(Math.max(0, observed), expected) < falseDiscoveryRate)
		);
	});
}

async function describe(context: ScanContext, one: JudgedUnit, period: Period): Promise<FoundSignal> {
	const { kind, unit, theme, isFlagged: _flag, ...figures } = one;
	const within = withinContext(context, period);
	const evidence = narrow(within.filter, { theme: [theme], [kind]: [unit] });
	const { feedback } = await countFeedback(context.source, evidence);
	return {
		kind: 'outlier',
		causeKey: `outlier ${theme} ${kind} ${unit}`,
		unit: kind,
		unitId: unit,
		theme,
		...placeOf(context, kind, unit),
		period,
		evidence,
		figures: { ...figures, kind: 'outlier', leftOut: within.leftOut, count: feedback }
	};
}
