import { emptyFilter } from '#core/domain/filter.ts';
import { addDays } from '#core/domain/period.ts';
import { scanRules } from '#core/stats/scan/scan-rules.ts';
import { listFeedback } from '../../storage/feedback-list.ts';
import type { Scanned, ScanContext } from './scan-context.ts';

const mostShown = 500;

/** Each case of urgency U0 or severity 4 of the last month; copies of one text are one case. */
export async function scanCritical({ deps, origin, asOf }: ScanContext): Promise<Scanned> {
	const period = { from: addDays(asOf, -scanRules.critical.days), to: asOf };
	const filter = { ...emptyFilter, origin, period, urgency: ['U0', 'U1'] };
	const rows = await listFeedback(deps.store, null, filter, {
		sort: 'urgent',
		after: null,
		limit: mostShown
	});
	const cases = Map.groupBy(rows, ({ templateId, id }) => templateId ?? id);
	const found = [...cases].flatMap(([template, copies]) => {
		const [first] = copies.toSorted((a, b) => a.id - b.id);
		if (!first || first.receivedOn === null) return [];
		return {
			kind: 'critical' as const,
			causeKey: `critical ${template}`,
			unit: first.teamId ? ('team' as const) : ('whole' as const),
			unitId: first.teamId ?? '',
			theme: null,
			agencyId: first.agencyId,
			teamId: first.teamId,
			period: { from: first.receivedOn, to: addDays(first.receivedOn, 1) },
			evidence: { ...filter, period, template: [String(template)] },
			figures: {
				kind: 'critical' as const,
				feedbackId: first.id,
				urgency: first.urgency,
				themes: [
					...new Set(
						first.tags
							.filter(({ severity, isCounted, taxonomy }) =>
								first.urgency === 'U0' ? taxonomy === 'impact' : severity === 4 && isCounted
							)
							.map(({ theme }) => theme)
					)
				],
				observed: copies.length,
				expected: null
			}
		};
	});
	return { found, comparisons: rows.length, falseAlarms: 0 };
}
