import { EarshotError } from '#core/domain/errors.ts';
import { isFrozen } from '#core/domain/report-flow.ts';
import type { VersionChoice } from '#core/domain/report-choice.ts';
import { listVersions, type ReportVersion } from '../../storage/report-versions.ts';
import type { Deps } from '../deps.ts';
import type { OpenedMonth } from '../open-month.ts';

/**
 * The frozen version that is asked for, else the newest one; null for data of now, and for an actor who sees less than it
 * counts. Throws `not-found` for a version that there is none of.
 */
export async function findFrozen(
	{ store }: Deps,

	{ key, isWhole }: OpenedMonth,
	choice: VersionChoice
): Promise<ReportVersion | null> {
	if (choice === 'now') return null;
	const frozen = isWhole ? (await listVersions(store, key)).filter(({ state }) => isFrozen(state)) : [];
	if (choice === null) return frozen[0] ?? null;
	const found = frozen.find(({ version }) => version === choice);
	if (!found) throw new EarshotError('not-found', `There is no version ${choice} of this report.`);
	return found;
}
