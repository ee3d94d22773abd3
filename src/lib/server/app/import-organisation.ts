import type { ImportCounts, RowIssue } from '#core/domain/import.ts';
import type { Organisation } from '#core/domain/organisation.ts';
import type { Importer, OrganisationRow } from '#core/ingest/importer.ts';
import { assembleOrganisation } from '#core/ingest/assemble-organisation.ts';
import { isIssue, type RawRow } from '#core/ingest/row.ts';
import { inWrite } from '../storage/change-sequence.ts';
import { addIssues, countImport } from '../storage/imports.ts';
import { readOrganisation, writeOrganisation } from '../storage/organisation.ts';
import type { ImportJob } from './import-job.ts';

/** An organisation is small and only makes sense whole: it is read first and written in one transaction. */
export async function importOrganisation(
	job: ImportJob,
	importer: Importer<'organisation'>
): Promise<ImportCounts> {
	const { deps, importId, onProgress, counted } = job;
	if (counted.read > 0) return counted;
	const { read, good, issues, badLines, organisation } = await readWhole(job.file.rows(), importer);
	const counts = await inWrite(deps.store, async (trx) => {
		const before = await readOrganisation({ db: trx });
		const sum = { read, issues: badLines.size, ...compareOrganisation(good, before) };
		await writeOrganisation(trx, organisation, 'imported');
		await addIssues(trx, importId, issues);
		await countImport(trx, importId, sum, deps.now().toISOString());
		return sum;
	});
	onProgress?.(counts);
	return counts;
}

/** All rows of a file, those that fit together, and what is wrong with the others. */
export async function readWhole(rows: AsyncIterable<RawRow | RowIssue>, importer: Importer<'organisation'>) {
	const mappedRows: OrganisationRow[] = [];
	const issues: RowIssue[] = [];
	let read = 0;
	for await (const raw of rows) {
		read++;
		if (isIssue(raw)) {
			issues.push(raw);
			continue;
		}
		const mapped = importer.map(raw);
		if (mapped.ok) mappedRows.push(mapped.value);
		else issues.push(...mapped.issues);
	}
	const { organisation, issues: conflicts } = assembleOrganisation(mappedRows);
	issues.push(...conflicts);
	const badLines = new Set(issues.map(({ line }) => line));
	return { read, issues, badLines, organisation, good: mappedRows.filter(({ line }) => !badLines.has(line)) };
}

/** A row is new when its team or membership is, changed when a name or an end date is, else unchanged. */
function compareOrganisation(
	rows: readonly OrganisationRow[],
	before: Organisation
): Pick<ImportCounts, 'stored' | 'updated' | 'unchanged'> {
	const agencies = new Map(before.agencies.map((agency) => [agency.id, agency]));
	const teams = new Map(before.teams.map((team) => [team.id, team]));
	const agents = new Map(before.agents.map((agent) => [agent.id, agent]));
	const memberships = new Map(
		before.memberships.map((one) => [[one.agentId, one.teamId, one.fromOn].join('\t'), one])
	);
	const counts = { stored: 0, updated: 0, unchanged: 0 };
	for (const { agency, team, agent } of rows) {
		const membership = agent && memberships.get([agent.id, team.id, agent.fromOn].join('\t'));
		if (!teams.has(team.id) || (agent && !membership)) counts.stored++;
		else {
			const isSame =
				isEqual(agency, agencies.get(agency.id)) &&
				isEqual({ ...team, agencyId: agency.id }, teams.get(team.id)) &&
				(!agent ||
					(membership?.toOn === agent.toOn &&
						isEqual({ id: agent.id, name: agent.name, nameZh: agent.nameZh }, agents.get(agent.id))));
			if (isSame) counts.unchanged++;
			else counts.updated++;
		}
	}
	return counts;
}

function isEqual(now: object, before: object | undefined): boolean {
	if (!before) return false;
	const other = before as Record<string, unknown>;
	return Object.entries(now).every(([key, value]) => other[key] === value);
}
