import type { ReportVersion } from '../../storage/report-versions.ts';

/** The signed version that holds of each month: a later one restates it. */
export function holdingVersions(versions: readonly ReportVersion[]): readonly ReportVersion[] {
	return versions.filter(({ state }) => state === 'signed' || state === 'published');
}
