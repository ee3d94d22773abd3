import type { Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import type { Period } from '#core/domain/period.ts';
import type { Origin } from '#core/domain/vocabulary.ts';
import { funnelLevels, funnelLimits } from '#core/stats/funnel-limits.ts';
import { buildUnitFunnel } from '#core/stats/overdispersed-funnel.ts';
import { judgeUnits, type JudgedUnit } from '#core/stats/scan/judge-units.ts';
import type { Deps } from './deps.ts';
import { readScanContext, withinContext } from './scan-signals/scan-context.ts';
import { readComparisons } from './scan-signals/unit-outliers.ts';
import type { FunnelLimit } from './units.ts';

export interface SignalFunnel {
	readonly of: 'funnel';
	readonly kind: JudgedUnit['kind'];
	readonly units: readonly (JudgedUnit & {
		readonly verdict: 'inside' | 'above' | 'below';
		readonly filter: Filter;
	})[];
	readonly limits: readonly FunnelLimit[];
}

interface Asked {
	readonly origin: Origin;
	readonly period: Period;
	readonly theme: string;
	readonly kind: JudgedUnit['kind'];
	readonly unitId: string;
}

const curvePoints = 40;

/**
 * All units that a signal's unit was compared with, and the limits; from the whole organisation, because the scan
 * compared with all of it. Null where today's data have no such comparison any more.
 */
export async function funnelOfSignal(deps: Deps, asked: Asked): Promise<SignalFunnel | null> {
	const { origin, period, theme, kind } = asked;
	const source = await deps.facts.upToDate(null);
	const context = await readScanContext(deps, source, { origin, asOf: period.to, fixed: null });
	const { filter } = withinContext(context, period);
	const comparisons = await readComparisons(context, kind, period);
	const judged = judgeUnits(comparisons.filter((one) => one.theme === theme));
	if (judged.length < 2) return null;
	const funnel = buildUnitFunnel(judged, false);
	const limitsAt = (expected: number, level: number) =>
		judged[0]?.isSpreadApplied ? funnel.limitsAt(expected, level) : funnelLimits(expected, level);
	return {
		of: 'funnel',
		kind,
		units: judged.map((one) => {
			const ratio = one.observed / one.expected;
			const { low, high } = limitsAt(one.expected, funnelLevels.outer);
			return {
				...one,
				verdict: ratio > high ? 'above' : ratio < low ? 'below' : 'inside',
				filter: narrow(filter, { theme: [theme], [kind]: [one.unit] })
			};
		}),
		limits: curve(Math.max(...judged.map(({ expected }) => expected)), limitsAt)
	};
}

function curve(
	largest: number,
	limitsAt: (expected: number, level: number) => { readonly low: number; readonly high: number }
): readonly FunnelLimit[] {
	const most = 1.12 * Math.max(2, largest);
	const step = Math.log(most) / (curvePoints - 1);
	return Array.from({ length: curvePoints }, (_, at) => {
		const expected = Math.exp(step * at);
		return {
			expected,
			inner: limitsAt(expected, funnelLevels.inner),
			outer: limitsAt(expected, funnelLevels.outer)
		};
	});
}
