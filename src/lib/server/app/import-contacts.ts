import type { ContactDraft } from '#core/domain/contact.ts';
import { EarshotError } from '#core/domain/errors.ts';
import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import type { Organisation } from '#core/domain/organisation.ts';
import { createClock } from '#core/ingest/clock-times.ts';
import type { Importer } from '#core/ingest/importer.ts';
import { remember } from '#core/ingest/remember.ts';
import { isIssue, maskValue, type RawRow } from '#core/ingest/row.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { contactDaysOf, deriveExposure } from '../storage/contact-exposure.ts';
import { writeContacts, type PlacedContact } from '../storage/contact-write.ts';
import { linkContactsOf } from '../storage/link-contacts.ts';
import { readOrganisation } from '../storage/organisation.ts';
import type { Deps } from './deps.ts';
import {
	CancelledError,
	importInBatches,
	LostImportError,
	remainingRows,
	type ImportJob
} from './import-job.ts';
import { linkWindowOf } from './link-window.ts';
import { pseudonymOf } from './pseudonym.ts';

const batchSize = 6000;

/**
 * Stores a contact log, then links the feedback it speaks of, and derives the exposure of its days: however it ends, what is
 * stored is linked and in the exposure too. Killed in between, it does so when it is continued.
 */
export async function importContacts(job: ImportJob, importer: Importer<'contact'>): Promise<ImportCounts> {
	const { deps, importId } = job;
	const place = createContactPlacer(deps, await readOrganisation(deps.store));
	try {
		const counts = await importInBatches(job, contactsInPlace(remainingRows(job), importer, place), {
			size: batchSize,
			write: (trx, batch) => writeContacts(trx, batch, importId)
		});
		await settle(deps, importId);
		return counts;
	} catch (error) {
		const isOurs = !(error instanceof LostImportError);
		if (error instanceof CancelledError || (error instanceof EarshotError && isOurs))
			await settle(deps, importId);
		throw error;
	}
}

async function settle(deps: Deps, importId: number): Promise<void> {
	const days = await contactDaysOf(deps.store, importId);
	await linkContactsOf(deps.store, { importId, days, window: await linkWindowOf(deps.store) });
	await deriveDays(deps, days);
}

/** A day is a transaction of its own: a log of a year would keep other writers out for long. */
async function deriveDays({ store, now }: Deps, days: readonly string[]): Promise<void> {
	for (const day of days) await inWrite(store, (trx) => deriveExposure(trx, day, now().toISOString()));
}

type Placed = { readonly row: PlacedContact } | { readonly issues: readonly RowIssue[] };

export async function* contactsInPlace(
	rows: AsyncIterable<RawRow | RowIssue>,
	importer: Importer<'contact'>,
	place: (draft: ContactDraft, line: number) => Placed
): AsyncGenerator<Placed> {
	for await (const raw of rows) {
		if (isIssue(raw)) {
			yield { issues: [raw] };
			continue;
		}
		const mapped = importer.map(raw);
		yield mapped.ok ? place(mapped.value, raw.line) : { issues: mapped.issues };
	}
}

/** Puts contacts in time and in the organisation; an agent's team is the one of that day. */
export function createContactPlacer(
	{ timeZone, pseudonymKey }: Pick<Deps, 'timeZone' | 'pseudonymKey'>,
	{ teams, agents, memberships }: Organisation
): (draft: ContactDraft, line: number) => Placed {
	const clock = createClock(timeZone);
	const pseudonym = remember((account) => pseudonymOf(pseudonymKey, account));
	const agencyOf = new Map(teams.map(({ id, agencyId }) => [id, agencyId]));
	const agentIds = new Set(agents.map(({ id }) => id));
	const byDate = memberships.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
	const membershipsOf = Map.groupBy(byDate, ({ agentId }) => agentId);
	const teamOn = (agentId: string, day: string) =>
		membershipsOf.get(agentId)?.findLast(({ fromOn, toOn }) => fromOn <= day && (toOn === null || day < toOn))
			?.teamId;
	return ({ account, ...draft }, line) => {
		const { agentId, callId } = draft;
		const time = clock(draft.at);
		if (agentId !== null && !agentIds.has(agentId)) return unknown(line, 'agent', agentId);
		const teamId = draft.teamId ?? teamOn(agentId ?? '', time.day);
		if (teamId === undefined) return noTeam(line);
		const agencyId = agencyOf.get(teamId);
		if (agencyId === undefined) return unknown(line, 'team', teamId);
		const borrower = account === null ? null : pseudonym(account);
		const hasStatedTeam = draft.teamId !== null;
		const placed = { ...draft, ...time, teamId, agencyId, borrower, line, hasStatedTeam };
		const identity =
			callId === null
				? `hash:${pseudonymOf(pseudonymKey, JSON.stringify([time.at, borrower, teamId, agentId, draft.channel, draft.outcome, draft.duration, draft.stage, draft.product]))}`
				: `call:${callId}`;
		return { row: { ...placed, identity } };
	};
}

function noTeam(line: number): Placed {
	const message = 'The agent was in no team on that day: fill team_id, or correct the organisation file.';
	return { issues: [{ line, column: 'team_id', code: 'missing-value', message, value: null }] };
}

function unknown(line: number, what: 'team' | 'agent', value: string): Placed {
	const message = `No such ${what} in the organisation. Import the organisation file first, or correct the id.`;
	return {
		issues: [{ line, column: `${what}_id`, code: `unknown-${what}`, message, value: maskValue(value) }]
	};
}
