import { narrow } from '#core/domain/narrow-filter.ts';
import { periodOf } from '#core/domain/period.ts';
import type { Ledger, LedgerMonth } from '#core/reports/ledger.ts';
import { countFeedback } from '../../facts/questions/count-feedback.ts';
import { listIds } from '../../storage/month-facts.ts';
import type { Source } from '../../storage/question-schema.ts';
import { listAllVersions } from '../../storage/report-versions.ts';
import type { Deps } from '../deps.ts';
import type { Scene } from '../report-scene.ts';
import { parseFacts } from './facts-lines.ts';
import { frozenData, needPart } from './frozen-document.ts';
import { holdingVersions } from './holding-versions.ts';

const mostMonths = 12;

/** Signed months before this one, as they were signed, as later reports counted them, and now. */
export async function collectLedger(
	deps: Deps,
	source: Source,
	{ filter, key, isWhole }: Scene
): Promise<Ledger> {
	if (!isWhole) return { months: [] };
	const signed = holdingVersions(await listAllVersions(deps.store, key))
		.filter(({ month }) => month < key.month)
		.slice(0, mostMonths);
	const past = new Map<string, LedgerMonth['seen']>();
	// Oldest first: each report knows what the ones before it counted.
	for (const version of signed.toReversed()) {
		const { detail } = await frozenData(deps, version.id);
		for (const { month, seen, now } of detail.ledger.months)
			past.set(month, [...seen, { report: version.month, complaints: now }]);
		past.set(version.month, [{ report: version.month, complaints: version.complaints ?? 0 }]);
	}
	return {
		months: await Promise.all(
			signed.map(async (version): Promise<LedgerMonth> => {
				const month = version.month;
				const where = narrow({ ...filter, period: periodOf(month) }, { complaint: 'yes' });
				const [{ feedback: now }, ids, facts] = await Promise.all([
					countFeedback(source, where),
					listIds(deps.store, where),
					needPart(deps, version.id, 'facts')
				]);
				const before = new Set(
					parseFacts(facts).flatMap(({ id, isComplaint }) => (isComplaint === 1 ? [id] : []))
				);
				const present = new Set(ids);
				return {
					month,
					version: version.version,
					signed: version.complaints ?? 0,
					now,
					late: ids.filter((id) => !before.has(id)).length,
					gone: [...before].filter((id) => !present.has(id)).length,
					seen: past.get(month) ?? []
				};
			})
		)
	};
}
