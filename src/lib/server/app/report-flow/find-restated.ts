import { isSigned } from '#core/domain/report-flow.ts';
import { differKpis, type Restates } from '#core/reports/ledger.ts';
import type { ReportKpi } from '#core/reports/report-data.ts';
import { listVersions } from '../../storage/report-versions.ts';
import type { Deps } from '../deps.ts';
import type { Scene } from '../report-scene.ts';
import { frozenData } from './frozen-document.ts';

/** What a later version changes in the signed one before it; null for the first. */
export async function findRestated(
	deps: Pick<Deps, 'store'>,
	{ key, about, isWhole }: Scene,
	kpis: readonly ReportKpi[]
): Promise<Restates | null> {
	if (!isWhole || about.version === 1) return null;
	const versions = await listVersions(deps.store, key);
	const own = versions.find(({ version }) => version === about.version);
	const earlier = versions.find(({ version, state }) => version < about.version && isSigned(state));
	if (!own || !earlier) return null;
	const before = await frozenData(deps, earlier.id);
	return { version: earlier.version, reason: own.reason, changes: differKpis(before.kpis, kpis) };
}
