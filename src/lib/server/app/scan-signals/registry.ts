import type { SignalKind } from '#core/domain/signal.ts';
import { scanCritical } from './critical-cases.ts';
import { scanWeeks } from './early-warnings.ts';
import { scanTerms } from './new-terms.ts';
import type { Scanner } from './scan-context.ts';
import { scanTrends } from './trend-breaches.ts';
import { scanOutliers } from './unit-outliers.ts';

/** Every kind of signal, in the order in which they are looked for. */
export const scanners: Readonly<Record<SignalKind, Scanner>> = {
	critical: scanCritical,
	trend: scanTrends,
	outlier: scanOutliers,
	early: scanWeeks,
	term: scanTerms
};
