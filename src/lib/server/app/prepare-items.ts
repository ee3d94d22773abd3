import type { Scope } from '#core/domain/actor.ts';
import type { MaskedFeedback } from '#core/domain/feedback.ts';
import type { RowIssue } from '#core/domain/import.ts';
import { exposure } from '#core/ingest/importers/exposure.ts';
import { jsonl } from '#core/ingest/importers/jsonl.ts';
import { createClock } from '#core/ingest/clock-times.ts';
import { isIssue, type RawRow } from '#core/ingest/row.ts';
import { readOrganisation } from '../storage/organisation.ts';
import { createAttributor } from './attribute-feedback.ts';
import { attributedRows } from './attributed-rows.ts';
import type { Deps } from './deps.ts';
import { createPlacer, rowsInPlace, type PlacedExposure } from './import-exposure.ts';
import { pauses } from './import-job.ts';
import { prepareFeedback } from './prepare-feedback.ts';

/** One item of a request, ready to be stored, or what is wrong with it. */
export interface Item {
	readonly issues: readonly RowIssue[];
	/** Null where it is not said or not known. */
	readonly agencyId: string | null;
	/** One of them, where there are no issues. */
	readonly feedback?: MaskedFeedback;
	readonly exposure?: PlacedExposure;
	/** Names of its members. */
	readonly names: readonly string[];
}

/** The items in the order in which they were sent, masked and tagged. */
export async function prepareItems(
	deps: Deps,
	kind: 'feedback' | 'exposure',
	sent: readonly (RawRow | RowIssue)[],
	scope: Scope | null
): Promise<readonly Item[]> {
	const organisation = await readOrganisation(deps.store);
	const rows = sent.map((row) => withAgency(row, scope));
	const names = rows.map((row) => (isIssue(row) ? [] : Object.keys(row.values)));
	const pause = pauses();
	const items: Item[] = [];
	const add = (item: Omit<Item, 'names'>) => items.push({ ...item, names: names[items.length] ?? [] });
	if (kind === 'exposure')
		for await (const item of rowsInPlace(inTurn(rows), exposure, createPlacer(organisation)))
			if ('issues' in item) add({ issues: item.issues, agencyId: null });
			else add({ issues: [], agencyId: item.row.agencyId, exposure: item.row });
	else
		for await (const item of attributedRows(inTurn(rows), jsonl, {
			attributor: createAttributor(organisation),
			clock: createClock(deps.timeZone),
			onNewAgency: async () => {}
		})) {
			await pause();
			if ('issues' in item) add({ issues: item.issues, agencyId: null });
			else {
				const feedback = prepareFeedback(deps, item.attributed, item.mapped);
				add({ issues: [], agencyId: feedback.agencyId, feedback });
			}
		}
	return items;
}

/** With a key of a single agency it need not be said. */
function withAgency(row: RawRow | RowIssue, scope: Scope | null): RawRow | RowIssue {
	const only = scope?.agencyIds.length === 1 ? scope.agencyIds[0] : undefined;
	if (only === undefined || isIssue(row) || (row.values['agency_id'] ?? '').trim() !== '') return row;
	return { ...row, values: { ...row.values, agency_id: only } };
}

async function* inTurn<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
	yield* rows;
}
