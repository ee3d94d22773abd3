import { textSketcher } from '#core/text/sketch.ts';
import type { MaskedFeedback } from '#core/domain/feedback.ts';
import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import type { Importer } from '#core/ingest/importer.ts';
import { isIssue } from '#core/ingest/row.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { writeFeedback } from '../storage/feedback-write.ts';
import { readOrganisation, writeAgency } from '../storage/organisation.ts';
import { createAttributor, isRowIssue, type Attributor } from './attribute-feedback.ts';
import { importInBatches, type ImportJob } from './import-job.ts';
import { prepareFeedback } from './prepare-feedback.ts';

const batchSize = 500;

export async function importFeedback(job: ImportJob, importer: Importer<'feedback'>): Promise<ImportCounts> {
	const { deps, importId } = job;
	return importInBatches(job, preparedRows(job, importer), {
		size: batchSize,
		write: (trx, batch) =>
			writeFeedback(trx, batch, {
				sourceSystem: importer.id,
				importId,
				origin: 'imported',
				recordedAt: deps.now().toISOString(),
				packVersion: deps.packs.version,
				sketcher: textSketcher
			})
	});
}

async function* preparedRows(
	{ deps, file }: ImportJob,
	importer: Importer<'feedback'>
): AsyncGenerator<{ row: MaskedFeedback } | { issues: readonly RowIssue[] }> {
	const attributor = createAttributor(await readOrganisation(deps.store));
	for await (const raw of file.rows()) {
		if (isIssue(raw)) {
			yield { issues: [raw] };
			continue;
		}
		const mapped = importer.map(raw);
		if (!mapped.ok) {
			yield { issues: mapped.issues };
			continue;
		}
		const { draft, agency } = mapped.value;
		if (agency && !attributor.hasAgency(agency.id)) {
			const added = { ...agency, nameZh: null, inHouse: false };
			await inWrite(deps.store, (trx) => writeAgency(trx, added, 'imported'));
			attributor.addAgency(added);
		}
		yield prepare(deps, attributor, draft, raw.line);
	}
}

function prepare(
	deps: ImportJob['deps'],
	attributor: Attributor,
	draft: Parameters<Attributor['attribute']>[0],
	line: number
): { row: MaskedFeedback } | { issues: readonly RowIssue[] } {
	const attributed = attributor.attribute(draft, line);
	if (isRowIssue(attributed)) return { issues: [attributed] };
	return { row: prepareFeedback(deps, attributed, draft) };
}
