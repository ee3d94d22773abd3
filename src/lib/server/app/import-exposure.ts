import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import type { Exposure, Organisation } from '#core/domain/organisation.ts';
import type { Importer } from '#core/ingest/importer.ts';
import { isIssue, maskValue, type RawRow } from '#core/ingest/row.ts';
import { daysWithContacts, deriveExposure } from '../storage/contact-exposure.ts';
import { writeExposure } from '../storage/exposure-write.ts';
import { readOrganisation } from '../storage/organisation.ts';
import { importInBatches, remainingRows, type ImportJob } from './import-job.ts';

const batchSize = 1000;

export type PlacedExposure = Exposure & { readonly agencyId: string };

export async function importExposure(job: ImportJob, importer: Importer<'exposure'>): Promise<ImportCounts> {
	return importInBatches(job, placedRows(job, importer), {
		size: batchSize,
		write: async (trx, batch) => {
			const recordedAt = job.deps.now().toISOString();
			const counts = await writeExposure(trx, batch, {
				importId: job.importId,
				origin: 'imported',
				recordedAt
			});
			const days = [...new Set(batch.map(({ day }) => day))];
			for (const day of await daysWithContacts(trx, days)) await deriveExposure(trx, day, recordedAt);
			return counts;
		}
	});
}

async function* placedRows(job: ImportJob, importer: Importer<'exposure'>) {
	const place = createPlacer(await readOrganisation(job.deps.store));
	yield* rowsInPlace(remainingRows(job), importer, place);
}

export async function* rowsInPlace(
	rows: AsyncIterable<RawRow | RowIssue>,
	importer: Importer<'exposure'>,
	place: ReturnType<typeof createPlacer>
): AsyncGenerator<{ row: PlacedExposure } | { issues: readonly RowIssue[] }> {
	for await (const raw of rows) {
		if (isIssue(raw)) {
			yield { issues: [raw] };
			continue;
		}
		const mapped = importer.map(raw);
		yield mapped.ok ? place(mapped.value, raw.line) : { issues: mapped.issues };
	}
}

/** Exposure belongs to a known team (and agent): a typing error would otherwise open a unit of its own. */
export function createPlacer({ teams, agents }: Organisation) {
	const agencyOf = new Map(teams.map(({ id, agencyId }) => [id, agencyId]));
	const agentIds = new Set(agents.map(({ id }) => id));
	return (row: Exposure, line: number): { row: PlacedExposure } | { issues: readonly RowIssue[] } => {
		const agencyId = agencyOf.get(row.teamId);
		if (agencyId === undefined) return { issues: [unknown(line, 'team', row.teamId)] };
		if (row.agentId !== null && !agentIds.has(row.agentId))
			return { issues: [unknown(line, 'agent', row.agentId)] };
		return { row: { ...row, agencyId } };
	};
}

function unknown(line: number, what: 'team' | 'agent', value: string): RowIssue {
	return {
		line,
		column: `${what}_id`,
		code: `unknown-${what}`,
		message: `No such ${what} in the organisation. Import the organisation file first, or correct the id.`,
		value: maskValue(value)
	};
}
