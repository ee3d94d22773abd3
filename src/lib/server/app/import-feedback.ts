import { textSketcher } from '#core/text/sketch.ts';
import type { MaskedFeedback } from '#core/domain/feedback.ts';
import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import { createClock } from '#core/ingest/clock-times.ts';
import type { Importer } from '#core/ingest/importer.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { writeFeedback } from '../storage/feedback-write.ts';
import { readOrganisation, writeAgency } from '../storage/organisation.ts';
import { createAttributor } from './attribute-feedback.ts';
import { attributedRows, type AttributedRow } from './attributed-rows.ts';
import { importInBatches, remainingRows, type ImportJob } from './import-job.ts';
import { groupsOf, inOrder } from './in-order.ts';
import { linkWindowOf } from './link-window.ts';
import { createPreparer, type Preparer } from './preparer.ts';

const batchSize = 500;
/** Prepared by one thread: so many that sending them costs little, so few that all of them are busy. */
const rowsAtOnce = 100;
const mostAhead = 30;

export async function importFeedback(job: ImportJob, importer: Importer<'feedback'>): Promise<ImportCounts> {
	const { deps, importId } = job;
	const linkWindow = await linkWindowOf(deps.store);
	return importInBatches(job, preparedRows(job, importer), {
		size: batchSize,
		write: (trx, batch) =>
			writeFeedback(trx, batch, {
				sourceSystem: importer.id,
				importId,
				origin: 'imported',
				recordedAt: deps.now().toISOString(),
				packVersion: deps.packs.version,
				sketcher: textSketcher,
				linkWindow
			})
	});
}

/** In their order, whoever prepared them. */
async function* preparedRows(
	job: ImportJob,
	importer: Importer<'feedback'>
): AsyncGenerator<{ row: MaskedFeedback } | { issues: readonly RowIssue[] }> {
	const { deps } = job;
	const preparer = createPreparer(deps);
	try {
		const rows = attributedRows(remainingRows(job), importer, {
			clock: createClock(deps.timeZone),
			attributor: createAttributor(await readOrganisation(deps.store)),
			onNewAgency: (agency) => inWrite(deps.store, (trx) => writeAgency(trx, agency, 'imported'))
		});
		const groups = groupsOf(rows, rowsAtOnce);
		const works = {
			work: async (group: Parameters<typeof preparedGroup>[1]) => preparedGroup(preparer, group),
			hasRoom: () => preparer.hasRoom()
		};
		for await (const group of inOrder(groups, works, mostAhead)) yield* group;
	} finally {
		await preparer.close();
	}
}

async function preparedGroup(
	{ prepare }: Preparer,
	group: readonly (AttributedRow | { issues: readonly RowIssue[] })[]
): Promise<readonly ({ row: MaskedFeedback } | { issues: readonly RowIssue[] })[]> {
	const prepared = await prepare(group.filter((item) => 'attributed' in item));
	let taken = 0;
	return group.map((item) => ('issues' in item ? item : { row: prepared[taken++] as MaskedFeedback }));
}
