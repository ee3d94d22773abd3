import { textSketcher } from '#core/text/sketch.ts';
import type { FeedbackDraft, MaskedFeedback } from '#core/domain/feedback.ts';
import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import type { Agency } from '#core/domain/organisation.ts';
import { createClock, type Clock } from '#core/ingest/clock-times.ts';
import type { Importer } from '#core/ingest/importer.ts';
import { isIssue, type RawRow } from '#core/ingest/row.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { writeFeedback } from '../storage/feedback-write.ts';
import { readOrganisation, writeAgency } from '../storage/organisation.ts';
import { createAttributor, isRowIssue, type Attributor } from './attribute-feedback.ts';
import { importInBatches, remainingRows, type ImportJob } from './import-job.ts';
import { linkWindowOf } from './link-window.ts';
import { prepareFeedback } from './prepare-feedback.ts';

const batchSize = 500;

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

async function* preparedRows(
	job: ImportJob,
	importer: Importer<'feedback'>
): AsyncGenerator<{ row: MaskedFeedback } | { issues: readonly RowIssue[] }> {
	const { deps } = job;
	const clock = createClock(deps.timeZone);
	const attributor = createAttributor(await readOrganisation(deps.store));
	const rows = attributedRows(remainingRows(job), importer, {
		attributor,
		clock,
		onNewAgency: (agency) => inWrite(deps.store, (trx) => writeAgency(trx, agency, 'imported'))
	});
	for await (const item of rows)
		yield 'issues' in item ? item : { row: prepareFeedback(deps, item.attributed, item.mapped) };
}

interface AttributedRow {
	readonly attributed: FeedbackDraft;
	/** Before agency and team were looked up. */
	readonly mapped: FeedbackDraft;
}

interface AttributionContext {
	readonly attributor: Attributor;
	/** The tenant's. */
	readonly clock: Clock;
	/** Told of agencies that only the source names. */
	readonly onNewAgency: (agency: Agency) => Promise<void>;
}

/** A stated time becomes an instant; its day is the event's, and the day of receipt where no other is stated. */
function placedInTime(draft: FeedbackDraft, clock: Clock): FeedbackDraft {
	if (draft.eventAt === null) return draft;
	const { at, day } = clock(draft.eventAt);
	return { ...draft, eventAt: at, eventOn: day, receivedOn: draft.receivedOn ?? day };
}

/** Rows as the organisation knows them. */
export async function* attributedRows(
	rows: AsyncIterable<RawRow | RowIssue>,
	importer: Importer<'feedback'>,
	{ attributor, clock, onNewAgency }: AttributionContext
): AsyncGenerator<AttributedRow | { issues: readonly RowIssue[] }> {
	for await (const raw of rows) {
		if (isIssue(raw)) {
			yield { issues: [raw] };
			continue;
		}
		const mapped = importer.map(raw);
		if (!mapped.ok) {
			yield { issues: mapped.issues };
			continue;
		}
		const { agency } = mapped.value;
		const draft = placedInTime(mapped.value.draft, clock);
		if (agency && !attributor.hasAgency(agency.id)) {
			const added = { ...agency, nameZh: null, inHouse: false };
			await onNewAgency(added);
			attributor.addAgency(added);
		}
		const attributed = attributor.attribute(draft, raw.line);
		yield isRowIssue(attributed) ? { issues: [attributed] } : { attributed, mapped: draft };
	}
}
