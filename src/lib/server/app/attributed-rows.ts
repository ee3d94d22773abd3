import type { FeedbackDraft } from '#core/domain/feedback.ts';
import type { RowIssue } from '#core/domain/import.ts';
import type { Agency } from '#core/domain/organisation.ts';
import type { Clock } from '#core/ingest/clock-times.ts';
import type { Importer } from '#core/ingest/importer.ts';
import { isIssue, type RawRow } from '#core/ingest/row.ts';
import { isRowIssue, type Attributor } from './attribute-feedback.ts';

export interface AttributedRow {
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
