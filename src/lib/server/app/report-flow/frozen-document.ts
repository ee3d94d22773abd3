import type { Copy } from '#core/domain/report-choice.ts';
import { isSigned } from '#core/domain/report-flow.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import { buildReport } from '#core/reports/build-report.ts';
import type { About, ReportData } from '#core/reports/report-data.ts';
import type { ReportVersion } from '../../storage/report-versions.ts';
import { readSnapshot, type SnapshotPart } from '../../storage/snapshots.ts';
import type { Deps } from '../deps.ts';

export type SignedDocuments = Readonly<Record<Copy, ReportDocument>>;
type Names = Pick<About, 'status' | 'preparedBy' | 'approvedBy'>;

/**
 * A report out of its snapshot alone. What is signed is read as it was signed: a later Earshot does not write it anew.
 */
export async function frozenDocument(
	deps: Pick<Deps, 'store'>,
	version: ReportVersion,
	copy: Copy
): Promise<ReportDocument> {
	if (isSigned(version.state)) {
		const documents = JSON.parse(await needPart(deps, version.id, 'signed')) as SignedDocuments;
		return documents[copy];
	}
	const data = await frozenData(deps, version.id);
	return documentOf(data, version, copy, { status: 'draft', preparedBy: null, approvedBy: null });
}

export function documentOf(
	data: ReportData,
	{ version, computedAt }: ReportVersion,
	copy: Copy,
	names: Names
): ReportDocument {
	return buildReport({
		...data,
		about: { ...data.about, ...names, copy, version, computedAt: computedAt ?? data.about.computedAt },
		detail: { ...data.detail, agents: copy === 'restricted' ? data.detail.agents : null }
	});
}

/** With what the restricted copy says of agents: hand on a document, not this. */
export async function frozenData(deps: Pick<Deps, 'store'>, versionId: number): Promise<ReportData> {
	const data = JSON.parse(await needPart(deps, versionId, 'data')) as ReportData;
	// Data that were frozen before 0.1.0 have none.
	const { crosswalks = [] }: Partial<ReportData['detail']> = data.detail;
	return { ...data, detail: { ...data.detail, crosswalks } };
}

export async function needPart(
	{ store }: Pick<Deps, 'store'>,
	versionId: number,
	part: SnapshotPart
): Promise<string> {
	const content = await readSnapshot(store, versionId, part);
	if (content === undefined) throw new Error(`Report version ${versionId} has no ${part}.`);
	return content;
}
